import type { ConversationSummary } from '@shopbell/protocol'
import type { ListedConversation } from '../store/conversation-list.ts'
import { previewText } from './preview-text.ts'
import { visitorName } from './visitor-name.ts'

/** A row of the inbox as the console gets it. Built key by key: what is not named here does not leave the store. */
export function conversationSummary(row: ListedConversation): ConversationSummary {
  const {
    publicId,
    buyerName,
    locale,
    handling,
    assignee,
    head,
    lastAt,
    last,
    waitingSince,
    answers,
    unread,
  } = row
  return {
    id: publicId,
    buyer: { name: buyerName ?? visitorName(publicId), locale },
    handling,
    ...(assignee === null ? {} : { assignee: { id: assignee.publicId, name: assignee.name } }),
    head,
    lastAt,
    ...(last === null ? {} : { last: shownLast(last) }),
    ...(waitingSince === null ? {} : { waitingSince }),
    answers,
    unread,
  }
}

function shownLast({ author, content }: NonNullable<ListedConversation['last']>) {
  return { author, automatic: author === 'robot', text: previewText(content) }
}
