import { createContext, useCallback, useContext } from 'react'
import type { CommandId } from '../../../shared/commands/commands'
import { keyShown, usualKeymap } from '../../../shared/commands/keymap'

const Context = createContext(usualKeymap)

/** Gives the keys of this computer to everything below. */
export const KeymapProvider = Context.Provider

/** Which key means what on this computer. */
export const useKeymap = () => useContext(Context)

/** The key on a command's button as it is on this computer; null for a command without one. */
export function useKeyShown(): (id: CommandId) => string | null {
  const keymap = useKeymap()
  return useCallback((id: CommandId) => keyShown(id, keymap), [keymap])
}

/** A command's key as it stands in a sentence. */
export function useKeyName(): (id: CommandId) => string {
  const keymap = useKeymap()
  return useCallback((id: CommandId) => keyShown(id, keymap) ?? '', [keymap])
}
