import { CountedCategories, type CategoryChanges } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request } from './request.ts'

export const readCountedCategories = (): Promise<Answer<CountedCategories>> =>
  request('GET', '/categories/counted', CountedCategories)

/** Saves another list; `SETTINGS_MOVED` where somebody else saved meanwhile. */
export const saveCategories = (changes: CategoryChanges): Promise<Answer<CountedCategories>> =>
  request('POST', '/categories/changes', CountedCategories, { json: changes })
