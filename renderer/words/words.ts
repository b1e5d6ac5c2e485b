import { createContext, useContext } from 'react'
import type { Settings } from '../../shared/settings'
import { en, type Words } from './en'
import { testRtl } from './test-rtl'

/** The words of a language. */
export const wordsOf = (language: Settings['language']): Words => (language === 'test-rtl' ? testRtl : en)

const Context = createContext<Words>(en)

/** Gives its words to everything below. */
export const WordsProvider = Context.Provider

/** The words of the present language. */
export const useWords = (): Words => useContext(Context)
