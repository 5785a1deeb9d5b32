import type { StatusDesk, StatusReplies } from '@shopbell/protocol'
import { openScopedPage } from '#lib/api/scoped-page.svelte.ts'
import { readStatus, saveAccountStatus, saveMyStatus, saveStoreStatus } from '#lib/api/status.ts'

export type StatusPage = ReturnType<typeof openStatusPage>

/** What the robot says for people, by the store and by accounts. */
export const openStatusPage = () =>
  openScopedPage<StatusReplies, StatusDesk>({
    read: readStatus,
    saveStore: saveStoreStatus,
    saveMine: saveMyStatus,
    saveAccount: saveAccountStatus,
  })
