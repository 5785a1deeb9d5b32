import { Published, PublishPreview, VersionsDiff, type PublishBody } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request } from './request.ts'

/** What publishing the draft would do; `NO_DRAFT` where nothing is being written. */
export const previewPublish = (): Promise<Answer<PublishPreview>> =>
  request('GET', '/flow/publish-preview', PublishPreview)

/** Publishes the draft of just this revision; `DRAFT_MOVED` says who moved it on, and how. */
export const publishDraft = (body: PublishBody): Promise<Answer<Published>> =>
  request('POST', '/flow/publish', Published, { json: body })

/** Publishes an old version's content as the next one. */
export const restoreVersion = (version: number, note: string): Promise<Answer<Published>> =>
  request('POST', `/flow/versions/${version}/restore`, Published, { json: { note } })

/** What changes from one version to another. */
export const diffVersions = (from: number | 'live', to: number): Promise<Answer<VersionsDiff>> =>
  request('GET', `/flow/versions/${from}/diff/${to}`, VersionsDiff)
