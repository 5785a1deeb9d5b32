import type { AgentStatus, Attendance, AttendanceBody, ConversationSummary } from '@shopbell/protocol'
import { createContext } from 'svelte'
import { changeAttendance, readAttendance } from '#lib/api/attendance.ts'
import type { ApiError } from '#lib/api/answer.ts'
import { session } from '#lib/api/session.svelte.ts'
import { dueNotice, type Attention, type NoticeReason } from './due-notice.ts'
import { noticeWords } from './notice-words.ts'
import { ring } from './ring.ts'
import { showOnDesktop } from './desktop-notice.svelte.ts'

/** Where another tab or device shows the conversation, it is read by then and nothing is told. */
const LOOK_AGAIN_AFTER_MS = 600

/** How the person at this console attends, and how they are told that a buyer waits. */
export interface Attendant {
  /** null until the server has said. */
  readonly settings: Attendance | null
  /** What colleagues see of one's own; offline while the line is down. */
  readonly status: AgentStatus
  readonly attention: Attention
  change: (changes: AttendanceBody) => Promise<ApiError | null>
  refresh: () => Promise<void>
  /** A row of the inbox changed: tells of it what is due. */
  rowChanged: (before: ConversationSummary | undefined, after: ConversationSummary) => void
}

interface AttendantParts {
  readonly isLive: () => boolean
  readonly row: (id: string) => ConversationSummary | undefined
  /** The conversation that stands open on this page. */
  readonly openConversation: () => string | undefined
  readonly open: (conversation: string) => void
}

export const [useAttendant, provideAttendant] = createContext<Attendant>()

export function createAttendant({ isLive, row, openConversation, open }: AttendantParts): Attendant {
  let settings = $state.raw<Attendance | null>(null)
  const attention = $derived<Attention>({
    me: session()?.account.id ?? '',
    busy: settings?.busy ?? false,
    robotNotifies: settings?.robotNotifies ?? false,
  })
  const status = $derived<AgentStatus>(isLive() ? (attention.busy ? 'busy' : 'online') : 'offline')

  const isLookedAt = (id: string): boolean =>
    openConversation() === id && document.visibilityState === 'visible' && document.hasFocus()

  const tell = (after: ConversationSummary, reason: NoticeReason): void => {
    const now = row(after.id) ?? after
    if (isSettled(reason, now) || isLookedAt(after.id)) return
    if (settings?.notices.sound) ring()
    if (settings?.notices.desktop) showOnDesktop(after.id, noticeWords(reason, now), () => open(after.id))
  }

  return {
    get settings() {
      return settings
    },
    get status() {
      return status
    },
    get attention() {
      return attention
    },
    change: async (changes) => {
      const answer = await changeAttendance(changes)
      if (answer.ok) settings = answer.value
      return answer.ok ? null : answer.error
    },
    refresh: async () => {
      const answer = await readAttendance()
      if (answer.ok) settings = answer.value
    },
    rowChanged: (before, after) => {
      const reason = dueNotice(before, after, attention)
      if (reason === null || isLookedAt(after.id)) return
      setTimeout(() => tell(after, reason), LOOK_AGAIN_AFTER_MS)
    },
  }
}

/** Somebody else was faster, or it was read elsewhere. */
function isSettled(reason: NoticeReason, { handling, unread }: ConversationSummary): boolean {
  if (reason === 'assigned') return false
  return reason === 'waits' ? handling !== 'waiting' : unread === 0
}
