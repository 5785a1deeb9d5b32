import {
  AccountChanges,
  InviteBody,
  ListedAccount,
  OwnershipBody,
  People,
  SecretLink,
} from '@shopbell/protocol'
import Type from 'typebox'
import { changeAccount } from '../../accounts/change-account.ts'
import { handOverOwnership } from '../../accounts/hand-over-ownership.ts'
import { inviteColleague, withdrawInvitation } from '../../accounts/invite.ts'
import { listPeople } from '../../accounts/list-people.ts'
import { makeResetLink } from '../../accounts/password-resets.ts'
import { isRefused } from '../../reception/refused.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { NO_CONTENT } from '../no-content.ts'

const ById = Type.Object({ id: ListedAccount.properties.id })
const access = 'peopleKeeper'

/** Who works for the store: invite, change, hand over. Who may act on whom is decided by rank, inside. */
export function peopleRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/accounts',
    {
      config: { access },
      schema: {
        operationId: 'listPeople',
        summary: 'Lists the people of the store, and who is invited.',
        response: { 200: People },
      },
    },
    async (request) => listPeople(parts, actorOf(request)),
  )

  app.post(
    '/accounts/:id',
    {
      config: { access },
      schema: {
        operationId: 'changeAccount',
        summary:
          'Changes a colleague’s name, role, or whether the account is disabled; what is left out stays.',
        refuses: ['RANK_TOO_LOW'],
        params: ById,
        body: AccountChanges,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const changed = await changeAccount(parts, actorOf(request), request.params.id, request.body)
      return isRefused(changed) ? refuse(request, reply, changed) : reply.code(204).send()
    },
  )

  app.post(
    '/accounts/:id/password-reset',
    {
      config: { access },
      schema: {
        operationId: 'makeResetLink',
        summary: 'Makes a link with which a colleague sets a new password.',
        refuses: ['RANK_TOO_LOW', 'PERSON_ELSEWHERE'],
        params: ById,
        response: { 200: SecretLink },
      },
    },
    async (request, reply) => {
      const made = await makeResetLink(parts, actorOf(request), request.params.id)
      return isRefused(made) ? refuse(request, reply, made) : made
    },
  )

  app.post(
    '/accounts/:id/ownership',
    {
      config: { access: 'owner' },
      schema: {
        operationId: 'handOverOwnership',
        summary: 'Makes a colleague the owner of the store.',
        refuses: ['PASSWORD_DIFFERS', 'BUSY'],
        params: ById,
        body: OwnershipBody,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const proof = { password: request.body.password, address: request.ip }
      const handed = await handOverOwnership(parts, actorOf(request), request.params.id, proof)
      return isRefused(handed) ? refuse(request, reply, handed) : reply.code(204).send()
    },
  )

  app.post(
    '/invitations',
    {
      config: { access },
      schema: {
        operationId: 'inviteColleague',
        summary: 'Makes an invitation and shows its link this once.',
        refuses: ['PERSON_HERE', 'RANK_TOO_LOW'],
        body: InviteBody,
        response: { 200: SecretLink },
      },
    },
    async (request, reply) => {
      const made = await inviteColleague(parts, actorOf(request), request.body)
      return isRefused(made) ? refuse(request, reply, made) : made
    },
  )

  app.delete(
    '/invitations/:id',
    {
      config: { access },
      schema: {
        operationId: 'withdrawInvitation',
        summary: 'Takes an invitation back.',
        refuses: ['RANK_TOO_LOW'],
        params: ById,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const withdrawn = await withdrawInvitation(parts, actorOf(request), request.params.id)
      return isRefused(withdrawn) ? refuse(request, reply, withdrawn) : reply.code(204).send()
    },
  )
}
