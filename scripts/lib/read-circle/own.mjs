// A member's own marks (docs/file-format.md): what the places in a circle's record hold for whoever knows their words.
import { createHash } from 'node:crypto'
import { damaged, isName, isObject, parse, unb64, unseal } from './bytes.mjs'
import { plainWords } from './keys.mjs'

const KDF = { m: 65_536, t: 3, p: 1 }

function placesOf(circle) {
  const places = circle.own?.places ?? []
  if (!Array.isArray(places)) damaged('the places for own marks are no list')
  return places.map((place) => {
    if (!isObject(place) || !isName(place.id) || !isName(place.member)) damaged('a place is not a place')
    return { ...place, bytes: unb64(place.sealed, 'a place', 540) }
  })
}

/** What these words open, member by member; a place that they do not open looks like any other. */
export async function openOwn(circle, words, derive) {
  const places = placesOf(circle)
  const opened = []
  for (const member of new Set(places.map(({ member }) => member))) {
    const about = `circlet|own|1|${circle.id}|${member}`
    const salt = createHash('sha256').update(about).digest().subarray(0, 16)
    const key = await derive(plainWords(words), { ...KDF, salt })
    for (const { id, bytes } of places.filter((place) => place.member === member)) {
      const text = unseal(key, bytes.subarray(0, 12), bytes.subarray(12), `${about}|${id}`)
      if (text !== null) opened.push({ member, ...parse(text, 'a page of marks') })
    }
  }
  return opened
}
