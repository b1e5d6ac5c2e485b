// What a page may ask of the circles and their files. Everything it says is read here before it is used.
import type { Dialog } from 'electron'
import { z } from 'zod'
import type { CircleId, MemberId } from '../../shared/basics/ids'
import type { DesktopApi } from '../../shared/desktop-api'
import { largestImport, type Errand, type ErrandAnswer } from '../../shared/vault/errands'
import { words } from '../words'
import { codeOf, readLimited, writeWhole } from './files'
import { base64 } from './json'
import type { KeyFile } from './key-file'
import { placeBytes } from './own'
import {
  addPack,
  dropPacks,
  largestPack,
  makePack,
  openLying,
  openPack,
  packsOf,
  readPackHeader,
  type PackHeader,
} from './packs'
import { idBytes } from './sealing'
import type { Vaults } from './vaults'

interface Needs {
  readonly vaults: Vaults
  readonly folder: string
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
}

type Calls = Pick<
  DesktopApi,
  | 'vaults'
  | 'makeVault'
  | 'openVault'
  | 'changeKeys'
  | 'proposeWays'
  | 'protectVault'
  | 'lockVaults'
  | 'forgetVault'
  | 'sealOwn'
  | 'openOwn'
>

const id = base64(idBytes).transform((text) => text as CircleId)
const label = z
  .string()
  .max(400)
  .transform((text) => text.toWellFormed())
const secret = z.string().max(400)
const way = z.enum(['words', 'recovery', 'computer', 'open'])
/** Every key but that of the packs, which stays as long as the circle. */
const scope = z
  .string()
  .regex(/^(circle:\d{1,9}|session:[\w-]{1,64}|kept:[\w-]{1,64}(\/\d{1,9})?|turn:[\w-]{1,64}\/[\w-]{1,64})$/)
const scopes = z.array(scope).max(2000)
/** More places than one member has anywhere, short of somebody's mischief. */
const mostTried = 64
const ownPlace = base64(idBytes)
const ownWish = { id, member: base64(idBytes).transform((text) => text as MemberId), words: secret }
const shapes = {
  openVault: z.strictObject({ id, way, secret }),
  changeKeys: z.strictObject({
    id,
    add: scopes,
    destroy: scopes,
    label: label.optional(),
    database: z
      .string()
      .regex(/^circlet-[\w-]{22}$/)
      .optional(),
  }),
  protectVault: z.strictObject({
    id,
    words: secret.optional(),
    code: secret.optional(),
    computer: z.boolean(),
  }),
  sealOwn: z.strictObject({ ...ownWish, place: ownPlace, text: z.string().max(1024) }),
  openOwn: z.strictObject({
    ...ownWish,
    places: z.array(z.strictObject({ id: ownPlace, sealed: base64(placeBytes) })).max(mostTried),
  }),
}

const errandShape = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('keep'),
    id,
    kind: z.enum(['snapshot', 'backup']),
    drops: z.enum(['none', 'snapshots', 'all']),
  }),
  z.strictObject({ is: z.literal('packs'), id }),
  z.strictObject({ is: z.literal('restore'), id, place: z.number().int().min(0).max(20) }),
  z.strictObject({ is: z.literal('take-along'), id }),
  z.strictObject({ is: z.literal('bring') }),
  z.strictObject({ is: z.literal('open-brought'), way, secret }),
  z.strictObject({ is: z.literal('adopt-brought') }),
  z.strictObject({
    is: z.literal('export'),
    name: z.string().regex(/^circlet-[a-z-]{1,40}\.(md|csv|ics|txt|json)$/),
  }),
  z.strictObject({ is: z.literal('import') }),
]) satisfies z.ZodType<Errand>

/** The calls of the contract that are about circles; each reads its own argument. */
export type VaultCalls = { readonly [Name in keyof Calls]: (argument: unknown) => Promise<unknown> }

/** Answers the calls of the contract that are about circles. */
export function createVaultCalls({ vaults, folder }: Needs): VaultCalls {
  // An optional member that zod saw as undefined is left out: to the contract that is not the same.
  const given = <Value extends object>(value: Value): Value =>
    Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value
  return {
    vaults: async () => vaults.list(),
    makeVault: async (argument) => vaults.make(label.parse(argument)),
    openVault: async (argument) => vaults.open(shapes.openVault.parse(argument)),
    changeKeys: async (argument) =>
      vaults.change(given(shapes.changeKeys.parse(argument)) as Parameters<Vaults['change']>[0]),
    proposeWays: async () => vaults.propose(),
    protectVault: async (argument) =>
      vaults.protect(given(shapes.protectVault.parse(argument)) as Parameters<Vaults['protect']>[0]),
    lockVaults: async () => vaults.lock(),
    forgetVault: async (argument) => {
      const circle = id.parse(argument)
      vaults.forget(circle)
      dropPacks(folder, circle, ['snapshot', 'backup'])
    },
    sealOwn: async (argument) => vaults.sealOwn(shapes.sealOwn.parse(argument)),
    openOwn: async (argument) => vaults.openOwn(shapes.openOwn.parse(argument)),
  }
}

const cannot = (because: Extract<ErrandAnswer, { is: 'cannot' }>['because']): ErrandAnswer => ({
  is: 'cannot',
  because,
})
const left: ErrandAnswer = { is: 'left' }
const done: ErrandAnswer = { is: 'done' }

/** A file that somebody brought, until it is taken in. */
interface Guest {
  readonly pack: Buffer
  readonly header: PackHeader & { readonly keys: KeyFile }
  readonly isOpen: boolean
}

/** The errands that carry bytes to a file: with none, an empty one would take the place of one that is not. */
const carriesBytes: readonly Errand['is'][] = ['keep', 'take-along', 'export']

/** Does errands: the bytes go by a port, the file is chosen by a person or lies beside the keys. */
export function createErrands({ vaults, folder, dialog }: Needs) {
  let guest: Guest | null = null

  const save = async (
    name: string,
    extension: string,
    make: () => Uint8Array | 'too-large',
  ): Promise<ErrandAnswer> => {
    const filters = [
      { name: words.files[extension as keyof typeof words.files] ?? extension, extensions: [extension] },
    ]
    const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: name, filters })
    if (canceled || filePath === '') return left
    const bytes = make()
    if (bytes === 'too-large') return cannot(bytes)
    writeWhole(filePath, bytes)
    return done
  }

  /** What stands in a file that somebody chooses; null where nobody chose one. */
  const choose = async (extension: 'circlet' | 'json', most: number) => {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      properties: ['openFile'],
      filters: [{ name: words.files[extension], extensions: [extension] }],
    })
    const [path] = filePaths
    return canceled || path === undefined ? null : readLimited(path, most)
  }

  const bring = async (): Promise<ErrandAnswer> => {
    guest = null
    const read = await choose('circlet', largestPack)
    if (read === null) return left
    if (read === 'too-large') return cannot(read)
    const header = readPackHeader(read.bytes)
    if (typeof header === 'string') return cannot(header)
    const { keys } = header
    if (header.kind !== 'travel' || keys === null) return cannot('not-ours')
    guest = { pack: read.bytes, header: { ...header, keys }, isOpen: false }
    const { label: name, slots } = keys.body
    return {
      is: 'brought',
      facts: {
        circle: header.circle as CircleId,
        label: name,
        ways: [...new Set(slots.map(({ type }) => type))],
        at: read.at,
      },
    }
  }

  const openBrought = async (errand: Extract<Errand, { is: 'open-brought' }>): Promise<ErrandAnswer> => {
    const brought = guest
    if (brought === null) return cannot('failed')
    const opened = await vaults.openFile(brought.header.keys, errand.way, errand.secret)
    if ('wait' in opened) return { is: 'wrong', wait: opened.wait }
    // Another file was brought while this one's words were derived.
    if (guest !== brought) return cannot('failed')
    const bytes = openPack(brought.pack, brought.header, opened.packKey)
    if (bytes === null) return cannot('damaged')
    guest = { ...brought, isOpen: true }
    return { is: 'opened', keys: opened.keys, bytes }
  }

  const packs = (circle: CircleId) => packsOf(folder, circle)

  const errands: {
    readonly [Is in Errand['is']]: (
      errand: Extract<Errand, { is: Is }>,
      bytes: Uint8Array,
    ) => Promise<ErrandAnswer>
  } = {
    keep: async ({ id: circle, kind, drops }, rows) => {
      const packKey = vaults.packKey(circle)
      const dropped = drops === 'all' ? (['snapshot', 'backup'] as const) : (['snapshot'] as const)
      const before = drops === 'none' ? [] : packs(circle)
      if (addPack(folder, kind, { circle, packKey, rows }) === 'too-large') return cannot('too-large')
      dropPacks(folder, circle, dropped, before)
      return done
    },
    packs: async ({ id: circle }) => ({
      is: 'done',
      packs: packs(circle).map(({ kind, at }) => ({ kind, at })),
    }),
    restore: async ({ id: circle, place }) => {
      const packKey = vaults.packKey(circle)
      const found = packs(circle)[place]
      if (found === undefined) return cannot('failed')
      const bytes = openLying(found, packKey)
      return typeof bytes === 'string' ? cannot(bytes) : { is: 'done', bytes }
    },
    'take-along': async ({ id: circle }, rows) => {
      if (!vaults.canTravel(circle)) return cannot('no-words')
      return save('circle.circlet', 'circlet', () =>
        makePack({
          kind: 'travel',
          circle,
          packKey: vaults.packKey(circle),
          rows,
          keys: vaults.travelling(circle),
        }),
      )
    },
    bring,
    'open-brought': openBrought,
    'adopt-brought': async () => {
      if (!guest?.isOpen) return cannot('failed')
      vaults.adopt()
      guest = null
      return done
    },
    import: async () => {
      const read = await choose('json', largestImport)
      if (read === null) return left
      return read === 'too-large' ? cannot(read) : { is: 'done', bytes: read.bytes }
    },
    export: ({ name }, text) => save(name, name.slice(name.lastIndexOf('.') + 1), () => text),
  }

  /** Does one errand. What cannot be read is refused, and nothing is thrown. */
  return async (argument: unknown, bytes: unknown): Promise<ErrandAnswer> => {
    try {
      const errand = errandShape.parse(argument)
      const content = bytes instanceof Uint8Array ? bytes : new Uint8Array(0)
      if (content.byteLength > largestPack) return cannot('too-large')
      if (content.byteLength === 0 && carriesBytes.includes(errand.is)) return cannot('failed')
      const run = errands[errand.is] as (errand: Errand, bytes: Uint8Array) => Promise<ErrandAnswer>
      return await run(errand, content)
    } catch (reason) {
      console.warn(`An errand failed: ${codeOf(reason)}`)
      return cannot('failed')
    }
  }
}
