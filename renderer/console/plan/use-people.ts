import { useState } from 'react'
import type { MemberId } from '../../../shared/basics/ids'
import type { Member } from '../../../shared/circle/circle'
import { cleanName, parseNames, type NameTrouble } from '../../../shared/circle/names'
import type { OpenCircle } from '../../data/circles'
import { newId } from '../../data/new-id'

/** The people of a circle while its session is prepared. */
export interface People {
  /** As they sit. */
  readonly members: readonly Member[]
  readonly here: readonly MemberId[]
  readonly trouble: NameTrouble | null
  readonly toggle: (member: MemberId) => void
  readonly move: (member: MemberId, by: 1 | -1) => void
  readonly moveTo: (member: MemberId, place: number) => void
  /** Whether the name can stand; what is wrong is said where it can't. */
  readonly rename: (member: MemberId, name: string) => boolean
  readonly add: (name: string) => boolean
}

/** What is wrong with these names together; how few they are is said elsewhere. */
const troubleIn = (names: readonly string[]): NameTrouble | null =>
  parseNames(names.join('\n')).trouble.find(({ kind }) => kind !== 'too-few') ?? null

export function usePeople(open: OpenCircle): People {
  const [members, setMembers] = useState(open.circle.members)
  const [away, setAway] = useState<ReadonlySet<MemberId>>(new Set())
  const [trouble, setTrouble] = useState<NameTrouble | null>(null)
  const moveTo = (member: MemberId, place: number) => {
    const moved = members.find(({ id }) => id === member)
    if (!moved || place < 0 || place >= members.length) return
    const others = members.filter(({ id }) => id !== member)
    setMembers(others.toSpliced(place, 0, moved))
  }
  const settle = (changed: readonly Member[]): boolean => {
    const found = troubleIn(changed.map(({ name }) => name))
    setTrouble(found)
    if (found === null) setMembers(changed)
    return found === null
  }
  return {
    members,
    here: members.map(({ id }) => id).filter((id) => !away.has(id)),
    trouble,
    toggle: (member) => {
      const changed = new Set(away)
      if (!changed.delete(member)) changed.add(member)
      setAway(changed)
    },
    moveTo,
    move: (member, by) => moveTo(member, members.findIndex(({ id }) => id === member) + by),
    rename: (member, typed) => {
      const name = cleanName(typed)
      return name === '' || settle(members.map((one) => (one.id === member ? { ...one, name } : one)))
    },
    add: (typed) => {
      const name = cleanName(typed)
      if (name === '') return false
      const held = open.traces.length
      const joined = held === 0 ? {} : { joinedAfter: held }
      return settle([...members, { id: newId<MemberId>(), name, shortName: name, ...joined }])
    },
  }
}
