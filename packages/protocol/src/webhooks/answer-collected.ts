import Type, { type Static } from 'typebox'
import { CollectedAnswer } from '../console/collected-answer.ts'
import { closed, PublicId } from '../field.ts'
import { envelope } from './envelope.ts'

const { at: _, ...answer } = CollectedAnswer.properties

/** The buyer answered a smart question (SQ-06). Answering it again is told again; the newest counts. */
export const AnswerCollected = envelope(
  'answer.collected',
  Type.Object({ store: PublicId, conversation: PublicId, ...answer }, closed),
)
export type AnswerCollected = Static<typeof AnswerCollected>
