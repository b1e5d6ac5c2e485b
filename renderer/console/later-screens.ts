// Screens that nobody needs for the start: each is read when somebody first opens it.
import { lazy } from 'react'

export const ExportScreen = lazy(async () => {
  const { ExportScreen: screen } = await import('./export/export-screen')
  return { default: screen }
})

export const MethodsScreen = lazy(async () => {
  const { MethodsScreen: screen } = await import('./methods/methods-screen')
  return { default: screen }
})

export const PlanScreen = lazy(async () => {
  const { PlanScreen: screen } = await import('./plan/plan-screen')
  return { default: screen }
})

export const PracticeScreen = lazy(async () => {
  const { PracticeScreen: screen } = await import('./practice/practice-screen')
  return { default: screen }
})

export const SessionScreen = lazy(async () => {
  const { SessionScreen: screen } = await import('./session-screen')
  return { default: screen }
})
