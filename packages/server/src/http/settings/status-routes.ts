import {
  ClosingPhrases,
  OwnStatusBody,
  ReceptionCopies,
  settingBody,
  settingDesk,
  StatusBody,
  StatusDesk,
} from '@shopbell/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { isRefused } from '../../reception/refused.ts'
import { CLOSING_PHRASE_SETTING } from '../../settings/closing-phrases.ts'
import { saveStatus, type StatusRefused } from '../../settings/save-status.ts'
import { readStatusDesk } from '../../settings/status-desk.ts'
import { readStoreSetting, saveStoreSetting } from '../../settings/store-setting.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'

const ByAccount = Type.Object({ id: ReceptionCopies.properties.to.items })
const PhraseDesk = settingDesk(ClosingPhrases)
const PhraseBody = settingBody(ClosingPhrases)

/** What the robot says for a person, and what it takes for thanks (STS-01…11, PRM-01, PRM-04). */
export function statusRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  const at = '/settings/status-replies'
  const phrases = '/settings/closing-phrases'
  const response = { 200: StatusDesk }
  const reading = { access: 'account', scope: 'settings:read' } as const
  const everybody = { access: 'account', scope: 'settings:write' } as const
  const keepers = { access: 'robotKeeper', scope: 'settings:write' } as const
  const answer = (request: FastifyRequest, reply: FastifyReply, saved: StatusDesk | StatusRefused) =>
    isRefused(saved) ? refuse(request, reply, saved) : saved

  app.get(
    at,
    {
      config: reading,
      schema: {
        operationId: 'readStatusReplies',
        summary: 'Reads what the robot says for a person.',
        response,
      },
    },
    (request) => readStatusDesk(parts, actorOf(request)),
  )

  app.post(
    at,
    {
      config: keepers,
      schema: {
        operationId: 'saveStatusReplies',
        summary: 'Saves the store’s status replies.',
        refuses: ['SETTINGS_MOVED', 'STATUS_UNFIT'],
        body: StatusBody,
        response,
      },
    },
    async (request, reply) =>
      answer(request, reply, await saveStatus(parts, actorOf(request), { scope: 'store', ...request.body })),
  )

  app.post(
    `${at}/mine`,
    {
      config: everybody,
      schema: {
        operationId: 'saveMyStatusReplies',
        summary: 'Saves one’s own status replies, or follows the store again.',
        refuses: ['SETTINGS_MOVED', 'STATUS_UNFIT'],
        body: OwnStatusBody,
        response,
      },
    },
    async (request, reply) =>
      answer(request, reply, await saveStatus(parts, actorOf(request), { scope: 'self', ...request.body })),
  )

  app.post(
    `${at}/accounts/:id`,
    {
      config: keepers,
      schema: {
        operationId: 'saveStatusRepliesOf',
        summary: 'Saves an account’s own status replies, or lets it follow the store again.',
        refuses: ['SETTINGS_MOVED', 'STATUS_UNFIT'],
        params: ByAccount,
        body: OwnStatusBody,
        response,
      },
    },
    async (request, reply) => {
      const scope = { account: request.params.id }
      return answer(request, reply, await saveStatus(parts, actorOf(request), { scope, ...request.body }))
    },
  )

  app.get(
    phrases,
    {
      config: reading,
      schema: {
        operationId: 'readClosingPhrases',
        summary: 'Reads what the store takes for thanks or a goodbye.',
        response: { 200: PhraseDesk },
      },
    },
    (request) => readStoreSetting(parts, actorOf(request), CLOSING_PHRASE_SETTING),
  )

  app.post(
    phrases,
    {
      config: keepers,
      schema: {
        operationId: 'saveClosingPhrases',
        summary: 'Saves what the store takes for thanks or a goodbye.',
        refuses: ['SETTINGS_MOVED', 'PHRASES_UNFIT'],
        body: PhraseBody,
        response: { 200: PhraseDesk },
      },
    },
    async (request, reply) => {
      const saved = await saveStoreSetting(parts, actorOf(request), CLOSING_PHRASE_SETTING, request.body)
      return isRefused(saved) ? refuse(request, reply, saved) : saved
    },
  )
}
