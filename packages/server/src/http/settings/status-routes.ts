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
import {
  saveAccountStatus,
  saveMyStatus,
  saveStoreStatus,
  type StatusRefused,
} from '../../settings/save-status.ts'
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

  app.get(at, { config: reading, schema: { response } }, (request) => readStatusDesk(parts, actorOf(request)))

  app.post(at, { config: keepers, schema: { body: StatusBody, response } }, async (request, reply) =>
    answer(request, reply, await saveStoreStatus(parts, actorOf(request), request.body)),
  )

  app.post(
    `${at}/mine`,
    { config: everybody, schema: { body: OwnStatusBody, response } },
    async (request, reply) =>
      answer(request, reply, await saveMyStatus(parts, actorOf(request), request.body)),
  )

  app.post(
    `${at}/accounts/:id`,
    { config: keepers, schema: { params: ByAccount, body: OwnStatusBody, response } },
    async (request, reply) => {
      const { params, body } = request
      return answer(request, reply, await saveAccountStatus(parts, actorOf(request), params.id, body))
    },
  )

  app.get(phrases, { config: reading, schema: { response: { 200: PhraseDesk } } }, (request) =>
    readStoreSetting(parts, actorOf(request), CLOSING_PHRASE_SETTING),
  )

  app.post(
    phrases,
    { config: keepers, schema: { body: PhraseBody, response: { 200: PhraseDesk } } },
    async (request, reply) => {
      const saved = await saveStoreSetting(parts, actorOf(request), CLOSING_PHRASE_SETTING, request.body)
      return isRefused(saved) ? refuse(request, reply, saved) : saved
    },
  )
}
