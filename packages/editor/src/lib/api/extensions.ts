import { ExtensionList } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request } from './request.ts'

/** What the extensions of the server add. */
export const readExtensions = (): Promise<Answer<ExtensionList>> =>
  request('GET', '/extensions', ExtensionList)
