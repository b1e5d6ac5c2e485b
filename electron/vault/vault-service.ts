// What a page may ask of the circles and their files. Everything it says is read here before it is used.
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import type { Dialog } from 'electron'
import { z } from 'zod'
import type { CircleId } from '../../shared/basics/ids'
import type { DesktopApi } from '../../shared/desktop-api'
import type { Errand, ErrandAnswer } from '../../shared/vault/errands'
import { words } from '../words'
import type { KeyFile } from './key-file'
import {
  addPack,
  dropPacks,
  largestPack,
  makePack,
  openPack,
  packsOf,
  readPackHeader,
  writeWhole,
  type PackHeader,
} from './packs'
import { fromText } from './sealing'
import type { OpenedFile, Vaults } from './vaults'

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
>

const id = z
  .string()
  .regex(/^[\w-]{22}$/)
  .transform((text) => text as CircleId)
const label = z.string().max(400)
const secret = z.string().max(400)
const way = z.enum(['words', 'recovery', 'computer', 'open'])
const scope = z
  .string()
  .regex(
    /^(circle:\d{1,9}|pack|session:[\w-]{1,64}|kept:[\w-]{1,64}(\/\d{1,9})?|turn:[\w-]{1,64}\/[\w-]{1,64})$/,
  )
const scopes = z.array(scope).max(2000)
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
    name: z.string().regex(/^circlet-[a-z-]{1,40}\.(md|csv|ics|txt)$/),
  }),
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
    openVault: (argument) => vaults.open(shapes.openVault.parse(argument)),
    changeKeys: (argument) =>
      vaults.change(given(shapes.changeKeys.parse(argument)) as Parameters<Vaults['change']>[0]),
    proposeWays: async () => vaults.propose(),
    protectVault: (argument) =>
      vaults.protect(given(shapes.protectVault.parse(argument)) as Parameters<Vaults['protect']>[0]),
    lockVaults: async () => vaults.lock(),
    forgetVault: async (argument) => {
      const circle = id.parse(argument)
      vaults.forget(circle)
      dropPacks(folder, circle, ['snapshot', 'backup'])
    },
  }
}

const cannot = (because: Extract<ErrandAnswer, { is: 'cannot' }>['because']): ErrandAnswer => ({
  is: 'cannot',
  because,
})
const left: ErrandAnswer = { is: 'left' }
const done: ErrandAnswer = { is: 'done' }

/** A file that somebody brought, until it is opened and taken in. */
interface Guest {
  readonly pack: Buffer
  readonly header: PackHeader & { readonly keys: KeyFile }
  readonly at: number
  readonly opened: OpenedFile | null
}

/** Reads a chosen file: its size is looked at before anything of it is read. */
function readChosen(path: string): { readonly pack: Buffer; readonly at: number } | null {
  const file = openSync(path, constants.O_RDONLY)
  try {
    const facts = fstatSync(file)
    if (!facts.isFile() || facts.size > largestPack) return null
    return { pack: readFileSync(file), at: facts.mtimeMs }
  } finally {
    closeSync(file)
  }
}

/** Does errands: the bytes go by a port, the file is chosen by a person or lies beside the keys. */
export function createErrands({ vaults, folder, dialog }: Needs) {
  let guest: Guest | null = null

  const save = async (name: string, extension: string, bytes: () => Uint8Array): Promise<ErrandAnswer> => {
    const filters = [
      { name: words.files[extension as keyof typeof words.files] ?? extension, extensions: [extension] },
    ]
    const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: name, filters })
    if (canceled || filePath === '') return left
    writeWhole(filePath, bytes())
    return done
  }

  const bring = async (): Promise<ErrandAnswer> => {
    guest = null
    const { canceled, filePaths } = await dialog.showOpenDialog({
      properties: ['openFile'],
      filters: [{ name: words.files.circlet, extensions: ['circlet'] }],
    })
    const [path] = filePaths
    if (canceled || path === undefined) return left
    const read = readChosen(path)
    if (read === null) return cannot('too-large')
    const header = readPackHeader(read.pack)
    if (typeof header === 'string') return cannot(header)
    const { keys } = header
    if (header.kind !== 'travel' || keys === null) return cannot('not-ours')
    guest = { ...read, header: { ...header, keys }, opened: null }
    const { label: name, slots } = keys.body
    return {
      is: 'brought',
      facts: {
        circle: header.circle as CircleId,
        label: name,
        ways: slots.map(({ type }) => type),
        at: read.at,
      },
    }
  }

  const openBrought = async (errand: Extract<Errand, { is: 'open-brought' }>): Promise<ErrandAnswer> => {
    const brought = guest
    if (brought === null) return cannot('failed')
    const opened = await vaults.openFile(brought.header.keys, errand.way, errand.secret)
    if ('wait' in opened) return { is: 'wrong', wait: opened.wait }
    const bytes = openPack(brought.pack, brought.header, fromText(opened.ring.keys['pack'] ?? ''))
    if (bytes === null) return cannot('damaged')
    guest = { ...brought, opened }
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
      addPack(folder, kind, { circle, packKey, rows })
      dropPacks(folder, circle, dropped, before)
      return done
    },
    packs: async ({ id: circle }) => ({
      is: 'done',
      packs: packs(circle).map(({ kind, at }) => ({ kind, at })),
    }),
    restore: async ({ id: circle, place }) => {
      const found = packs(circle)[place]
      if (found === undefined) return cannot('failed')
      const pack = readFileSync(found.path)
      const header = readPackHeader(pack)
      if (typeof header === 'string') return cannot(header)
      const bytes = openPack(pack, header, vaults.packKey(circle))
      return bytes === null ? cannot('damaged') : { is: 'done', bytes }
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
      const opened = guest?.opened ?? null
      if (opened === null) return cannot('failed')
      vaults.adopt(opened)
      guest = null
      return done
    },
    export: ({ name }, text) => save(name, name.slice(name.lastIndexOf('.') + 1), () => text),
  }

  /** Does one errand. What cannot be read is refused, and nothing is thrown. */
  return async (argument: unknown, bytes: unknown): Promise<ErrandAnswer> => {
    try {
      const errand = errandShape.parse(argument)
      const content = bytes instanceof Uint8Array ? bytes : new Uint8Array(0)
      if (content.byteLength > largestPack) return cannot('too-large')
      const run = errands[errand.is] as (errand: Errand, bytes: Uint8Array) => Promise<ErrandAnswer>
      return await run(errand, content)
    } catch (reason) {
      console.warn(`An errand failed: ${(reason as NodeJS.ErrnoException | null)?.code ?? 'unknown'}`)
      return cannot('failed')
    }
  }
}
