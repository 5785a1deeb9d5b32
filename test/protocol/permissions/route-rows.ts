import {
  DEFAULT_RECEPTION_SETTINGS,
  DEFAULT_STATUS_REPLIES,
  DEFAULT_WIDGET_SETTINGS,
  type ErrorCode,
} from '@shopbell/protocol'
import { PASSWORD } from '../console-stage/add-account.ts'
import { SAMPLE_FLOW } from '../console-stage/sample-flow.ts'
import { catalogueRows } from './catalogue-rows.ts'
import { messageRuleRows } from './message-rule-rows.ts'
import { myAccountRows, peopleRows, storeRows } from './people-rows.ts'
import type { Door } from './lets.ts'
import type { ThingKind } from './things.ts'
import { webhookRows } from './webhook-rows.ts'

/** One route of the server: whom it lets in, and what they get there. */
export interface RouteRow {
  /** As the server registered it. */
  readonly route: string
  readonly lets: Door
  /** The thing that the address names, at its first `:…`. */
  readonly names?: ThingKind
  /** The address asked, where it is not the route with its thing filled in. `:thing` is the thing's id. */
  readonly path?: string
  /** A body that the route takes. */
  readonly body?: unknown
  /** What those who are let in get for what is their own: a status below 400, or an error's code. */
  readonly gives: number | ErrorCode
  /** Whoever asks this is signed out by it. */
  readonly endsSession?: true
}

/** Every route of the API; the test fails for one without a row. A new area of the API brings a list of its own. */
export const ROUTE_ROWS: readonly RouteRow[] = [
  ...entranceRows(),
  ...keyRows(),
  ...passkeyRows(),
  ...letterRows(),
  ...conversationRows(),
  ...findRows(),
  ...attendanceRows(),
  ...draftRows(),
  ...versionRows(),
  ...widgetRows(),
  ...receptionRows(),
  ...profileRows(),
  ...statusRows(),
  ...messageRuleRows(),
  ...catalogueRows(),
  ...peopleRows(),
  ...myAccountRows(),
  ...storeRows(),
  ...webhookRows(),
]

function entranceRows(): readonly RouteRow[] {
  const password = 'twelve letters at least'
  const owner = { token: 'a'.repeat(43), name: 'Eve', email: 'eve@evil.example', password }
  const guess = { email: 'nobody@alder.example', password: 'wrong' }
  return [
    { route: 'GET /api/v1/openapi.json', lets: 'anyone', gives: 200 },
    { route: 'GET /api/v1/asyncapi.json', lets: 'anyone', gives: 200 },
    { route: 'GET /api/v1/setup', lets: 'anyone', gives: 200 },
    { route: 'POST /api/v1/setup', lets: 'anyone', body: owner, gives: 'SETUP_DONE' },
    { route: 'GET /api/v1/session', lets: 'account', gives: 200 },
    { route: 'POST /api/v1/session', lets: 'anyone', body: guess, gives: 'WRONG_PASSWORD' },
    { route: 'DELETE /api/v1/session', lets: 'anyone', gives: 204, endsSession: true },
    { route: 'POST /api/v1/socket-tickets', lets: 'person', gives: 200 },
  ]
}

function keyRows(): readonly RouteRow[] {
  return [
    { route: 'GET /api/v1/api-tokens', lets: 'keyKeeper', gives: 200 },
    {
      route: 'POST /api/v1/api-tokens',
      lets: 'keyKeeper',
      body: { name: 'ci', scopes: ['flow:read'] },
      gives: 200,
    },
    { route: 'DELETE /api/v1/api-tokens/:id', lets: 'keyKeeper', names: 'api token', gives: 204 },
  ]
}

function passkeyRows(): readonly RouteRow[] {
  const at = '/api/v1/passkeys'
  const made = { id: 'AAAA', clientDataJSON: 'AAAA' }
  const key = { ...made, name: 'Laptop', attestationObject: 'AAAA' }
  const proof = { ...made, authenticatorData: 'AAAA', signature: 'AAAA' }
  return [
    { route: `GET ${at}`, lets: 'person', gives: 200 },
    { route: `POST ${at}/challenges`, lets: 'person', body: { password: PASSWORD }, gives: 200 },
    { route: `POST ${at}`, lets: 'person', body: key, gives: 'PASSKEY_UNFIT' },
    { route: `POST ${at}/:id`, lets: 'person', names: 'passkey', body: { name: 'Phone' }, gives: 200 },
    { route: `DELETE ${at}/:id`, lets: 'person', names: 'passkey', gives: 204 },
    { route: 'POST /api/v1/session/passkey/challenges', lets: 'anyone', gives: 200 },
    { route: 'POST /api/v1/session/passkey', lets: 'anyone', body: proof, gives: 'PASSKEY_UNKNOWN' },
  ]
}

function letterRows(): readonly RouteRow[] {
  return [
    { route: 'GET /api/v1/letters', lets: 'keyKeeper', gives: 200 },
    { route: 'POST /api/v1/letters/:id/again', lets: 'keyKeeper', names: 'letter', gives: 204 },
  ]
}

function attendanceRows(): readonly RouteRow[] {
  return [
    { route: 'GET /api/v1/attendance', lets: 'person', gives: 200 },
    { route: 'POST /api/v1/attendance', lets: 'person', body: { busy: false }, gives: 200 },
  ]
}

function conversationRows(): readonly RouteRow[] {
  const of = { lets: 'account', names: 'conversation' } as const
  const words = { id: 'permission-lane.1', text: 'Good morning' }
  return [
    { route: 'GET /api/v1/conversations', lets: 'account', gives: 200 },
    { route: 'GET /api/v1/conversations/:id', ...of, gives: 200 },
    { route: 'GET /api/v1/conversations/:id/messages', ...of, gives: 200 },
    { route: 'POST /api/v1/conversations/:id/replies', ...of, body: words, gives: 200 },
    { route: 'POST /api/v1/conversations/:id/handling', ...of, body: { action: 'take' }, gives: 200 },
    {
      route: 'POST /api/v1/conversations/:id/needs-answer',
      ...of,
      body: { seq: 1, needsAnswer: false },
      gives: 200,
    },
    { route: 'POST /api/v1/conversations/:id/read', ...of, body: { seq: 1 }, gives: 204 },
  ]
}

function findRows(): readonly RouteRow[] {
  const rights = { lets: 'keeper', names: 'conversation' } as const
  const contact = { id: '1', buyer: 'nobodys', channel: 'inquiry', from: 'buyer', at: 1 }
  return [
    { route: 'GET /api/v1/conversations/search', lets: 'account', gives: 200 },
    { route: 'GET /api/v1/answers', lets: 'account', gives: 200 },
    { route: 'GET /api/v1/answers/judged', lets: 'account', gives: 200 },
    { route: 'GET /api/v1/answers/export', lets: 'keeper', gives: 200 },
    { route: 'GET /api/v1/conversations/:id/export', ...rights, gives: 200 },
    { route: 'DELETE /api/v1/conversations/:id', ...rights, gives: 204 },
    {
      route: 'GET /api/v1/contacts',
      lets: 'account',
      path: '/api/v1/contacts?buyer=nobodys',
      gives: 'NOT_FOUND',
    },
    { route: 'POST /api/v1/contacts', lets: 'keeper', body: contact, gives: 'NOT_FOUND' },
  ]
}

function draftRows(): readonly RouteRow[] {
  const rename = [{ op: 'put', at: ['name'], value: 'Renamed' }]
  const batch = { batch: 'permission-lane.1', base: 1, operations: rename }
  const at = '/api/v1/flow/draft'
  const importing = '/api/v1/flow/import'
  return [
    { route: `GET ${at}`, lets: 'account', gives: 200 },
    { route: `POST ${at}`, lets: 'keeper', body: { from: 'live' }, gives: 'DRAFT_EXISTS' },
    { route: `POST ${at}/operations`, lets: 'keeper', body: batch, gives: 200 },
    { route: `GET ${at}/operations`, lets: 'account', path: `${at}/operations?after=0`, gives: 200 },
    {
      route: `POST ${importing}`,
      lets: 'keeper',
      path: `${importing}?dryRun=true`,
      body: SAMPLE_FLOW,
      gives: 200,
    },
  ]
}

function versionRows(): readonly RouteRow[] {
  const at = '/api/v1/flow/versions'
  const of = { lets: 'account', names: 'version' } as const
  const diff = `GET ${at}/:version/diff/:other`
  return [
    { route: 'POST /api/v1/flow/publish', lets: 'keeper', body: { revision: 999 }, gives: 'DRAFT_MOVED' },
    { route: 'GET /api/v1/flow/publish-preview', lets: 'account', gives: 200 },
    { route: 'GET /api/v1/extensions', lets: 'account', gives: 200 },
    { route: `GET ${at}`, lets: 'account', gives: 200 },
    { route: `GET ${at}/:version`, ...of, gives: 200 },
    { route: `GET ${at}/:version/export`, ...of, gives: 200 },
    { route: diff, ...of, path: `${at}/:thing/diff/live`, gives: 200 },
    { route: diff, ...of, path: `${at}/live/diff/:thing`, gives: 200 },
    {
      route: `POST ${at}/:version/restore`,
      lets: 'keeper',
      names: 'version',
      body: {},
      gives: 'ALREADY_LIVE',
    },
  ]
}

function receptionRows(): readonly RouteRow[] {
  const at = '/api/v1/settings/reception'
  const stale = { settings: DEFAULT_RECEPTION_SETTINGS, revision: 7 }
  return [
    { route: `GET ${at}`, lets: 'account', gives: 200 },
    { route: `POST ${at}`, lets: 'keeper', body: stale, gives: 'SETTINGS_MOVED' },
    { route: `POST ${at}/mine`, lets: 'account', body: stale, gives: 'SETTINGS_MOVED' },
    {
      route: `POST ${at}/accounts/:id`,
      lets: 'keeper',
      names: 'colleague',
      body: stale,
      gives: 'SETTINGS_MOVED',
    },
    { route: `POST ${at}/copies`, lets: 'keeper', body: { to: ['nobody'] }, gives: 'NOT_FOUND' },
  ]
}

function profileRows(): readonly RouteRow[] {
  const at = '/api/v1/settings/profile'
  const stale = { choice: { base: 'alibaba', changes: null }, revision: 7 }
  return [
    { route: `GET ${at}`, lets: 'account', gives: 200 },
    { route: `POST ${at}`, lets: 'keeper', body: stale, gives: 'SETTINGS_MOVED' },
  ]
}

function statusRows(): readonly RouteRow[] {
  const at = '/api/v1/settings/status-replies'
  const phrases = '/api/v1/settings/closing-phrases'
  const stale = { settings: DEFAULT_STATUS_REPLIES, revision: 7 }
  return [
    { route: `GET ${at}`, lets: 'account', gives: 200 },
    { route: `POST ${at}`, lets: 'keeper', body: stale, gives: 'SETTINGS_MOVED' },
    { route: `POST ${at}/mine`, lets: 'account', body: stale, gives: 'SETTINGS_MOVED' },
    {
      route: `POST ${at}/accounts/:id`,
      lets: 'keeper',
      names: 'colleague',
      body: stale,
      gives: 'SETTINGS_MOVED',
    },
    { route: `GET ${phrases}`, lets: 'account', gives: 200 },
    {
      route: `POST ${phrases}`,
      lets: 'keeper',
      body: { settings: { phrases: null }, revision: 7 },
      gives: 'SETTINGS_MOVED',
    },
  ]
}

function widgetRows(): readonly RouteRow[] {
  const at = '/api/v1/widget'
  const stale = { settings: DEFAULT_WIDGET_SETTINGS, revision: 999 }
  // Nothing that is allowed here: a list of sites would keep the other cases' buyers out.
  return [
    { route: `GET ${at}`, lets: 'keeper', gives: 200 },
    { route: `POST ${at}`, lets: 'keeper', body: stale, gives: 'SETTINGS_MOVED' },
    { route: `POST ${at}/origins`, lets: 'keeper', body: { origin: 'no site' }, gives: 'ORIGIN_UNFIT' },
    {
      route: `DELETE ${at}/origins`,
      lets: 'keeper',
      path: `${at}/origins?origin=https://nowhere.example`,
      gives: 'NOT_FOUND',
    },
  ]
}

interface PageRow {
  readonly route: string
  readonly path: string
  /** Sent along, as JSON. */
  readonly body?: object
  readonly gives?: number
}

/** What browsers and load balancers fetch: the same for whoever asks. The console's pages hold nothing before they have asked the API. */
export const PAGES: readonly PageRow[] = [
  // Who is who here, Botkit's own cookie says: botkit-clients.test.ts.
  {
    route: 'POST /api/messages',
    path: '/api/messages?store=alder',
    body: { type: 'typing', user: 'anybody' },
    gives: 200,
  },
  {
    route: 'POST /botkit/history',
    path: '/botkit/history?store=alder',
    body: { user: 'anybody' },
    gives: 200,
  },
  // Who does not show its token hears that there is no such address.
  { route: 'GET /metrics', path: '/metrics', gives: 404 },
  { route: 'GET /', path: '/', gives: 302 },
  { route: 'GET /healthz', path: '/healthz', gives: 200 },
  { route: 'GET /problems/:code', path: '/problems/NOT_FOUND', gives: 200 },
  { route: 'GET /readyz', path: '/readyz', gives: 200 },
  { route: 'GET /widget/*', path: '/widget/panel.js' },
  { route: 'GET /widget/v1.js', path: '/widget/v1.js?store=alder' },
  { route: 'GET /demo/*', path: '/demo/', gives: 200 },
  { route: '* /console', path: '/console' },
  { route: '* /console/*', path: '/console/inbox' },
]
