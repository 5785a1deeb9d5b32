import { FlowDraft, FlowImported, FlowVersionDetail, FlowVersionList } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request } from './request.ts'

/** All published versions, newest first. */
export const listFlowVersions = (): Promise<Answer<FlowVersionList>> =>
  request('GET', '/flow/versions', FlowVersionList)

/** The version buyers get now; `NOT_FOUND` before the first publish. */
export const readLiveFlow = (): Promise<Answer<FlowVersionDetail>> =>
  request('GET', '/flow/versions/live', FlowVersionDetail)

/** `NO_DRAFT` where nothing is being written. */
export const readDraft = (): Promise<Answer<FlowDraft>> => request('GET', '/flow/draft', FlowDraft)

/** Checks a flow file and, without `dryRun`, makes it the draft. `source` goes out as it is, so that the server sees the file. */
export const importFlow = (source: string, dryRun: boolean): Promise<Answer<FlowImported>> =>
  request('POST', `/flow/import?dryRun=${dryRun}`, FlowImported, { jsonText: source })

/** Where a browser downloads the bytes of a version. */
export const exportAddress = (version: number): string => `/api/v1/flow/versions/${version}/export`
