import { readFileSync } from 'node:fs'

/** A column of the database as `table.column`. */
export type Column = string

/** Names that a secret would have. A column that is called so and holds none has to say it. */
const LOOKS_SECRET = /hash|token|secret|password|ticket|cookie|challenge|credential|private|_key$|^key/

/**
 * Every column of the schema, and whether what it holds may leave the server: `secret` never does, to nobody. A new column belongs
 * into one of the two; the test fails until it stands here.
 */
export const COLUMNS: Readonly<
  Record<string, { readonly secret?: readonly string[]; readonly open: readonly string[] }>
> = {
  account: {
    open: [
      ...['store_id', 'id', 'person_id', 'public_id', 'name', 'role', 'created_at', 'disabled_at', 'seen_at'],
    ],
  },
  account_session: {
    secret: ['token_hash'],
    open: [
      ...[
        'store_id',
        'id',
        'public_id',
        'account_id',
        'created_at',
        'seen_at',
        'expires_at',
        'browser',
        'address',
      ],
    ],
  },
  agent_attendance: { open: ['store_id', 'account_id', 'busy', 'notices', 'mailed_at'] },
  agent_presence: { open: ['store_id', 'account_id', 'node', 'seen_at'] },
  answer: {
    open: ['store_id', 'conversation_id', 'seq', 'variable', 'question', 'value', 'shown', 'unit', 'at'],
  },
  api_token: {
    secret: ['token_hash'],
    open: [
      ...[
        'store_id',
        'id',
        'public_id',
        'account_id',
        'name',
        'scopes',
        'created_at',
        'expires_at',
        'used_at',
      ],
    ],
  },
  audit: {
    open: [...['store_id', 'id', 'at', 'actor_id', 'actor_name', 'action', 'subject', 'details', 'address']],
  },
  buyer_event: { open: ['store_id', 'conversation_id', 'kind', 'ref', 'at', 'times'] },
  category: { open: ['store_id', 'ref', 'name', 'parent', 'position'] },
  contact: {
    open: [
      ...[
        'store_id',
        'id',
        'conversation_id',
        'channel',
        'from_buyer',
        'agent_id',
        'at',
        'taken_back_at',
        'told_at',
      ],
    ],
  },
  conversation: {
    secret: ['token_hash'],
    open: [
      ...['store_id', 'id', 'public_id', 'locale', 'buyer_name', 'created_at', 'revision', 'head'],
      ...['handling', 'session', 'flow_version', 'buyer', 'lanes', 'waiting_since', 'last_at', 'assignee_id'],
      ...['read_by_agent_seq', 'read_by_buyer_seq', 'last_hour'],
    ],
  },
  conversation_search: { open: ['store_id', 'conversation_id', 'head', 'words', 'grams'] },
  conversation_search_place: { open: ['store_id', 'hour'] },
  setting: {
    open: ['store_id', 'id', 'area', 'account_id', 'value', 'revision', 'changed_at', 'changed_by'],
  },
  flow_draft: { open: ['store_id', 'document', 'revision', 'base', 'saved_at', 'saved_by'] },
  flow_draft_editor: { open: ['store_id', 'id', 'name', 'block', 'seen_at'] },
  flow_draft_operation: {
    open: ['store_id', 'revision', 'base', 'batch', 'operations', 'saved_by', 'written', 'inverse'],
  },
  flow_version: {
    // The hash is of the flow, for telling versions apart.
    open: [
      ...['store_id', 'version', 'document', 'hash', 'list_version', 'note', 'published_at', 'published_by'],
    ],
  },
  invitation: {
    secret: ['token_hash'],
    open: ['store_id', 'id', 'public_id', 'email', 'email_key', 'role', 'made_by', 'made_at', 'expires_at'],
  },
  journal: {
    open: [
      ...['store_id', 'conversation_id', 'revision', 'at', 'flow_version', 'event', 'facts', 'refusals'],
      ...['node', 'began'],
    ],
  },
  kept_answer: {
    open: [
      ...['store_id', 'account_id', 'request_key', 'request', 'body_hash', 'about', 'claimed_at'],
      ...['status', 'media_type', 'answer'],
    ],
  },
  letter: {
    // A link in it can sign somebody in.
    secret: ['words'],
    open: [
      ...['id', 'for_store', 'recipient', 'subject', 'queued_at', 'tries', 'next_at', 'reason', 'gave_up_at'],
    ],
  },
  message: {
    open: [
      ...['store_id', 'conversation_id', 'seq', 'at', 'author', 'kind', 'content', 'client_id', 'reply_to'],
      ...['source', 'agent_id', 'assisted', 'needs_answer', 'solved'],
    ],
  },
  outbox: { open: ['store_id', 'id', 'topic', 'node', 'payload', 'at', 'written_in'] },
  passkey: {
    open: [
      ...['id', 'person_id', 'public_id', 'credential_id', 'public_key', 'counter', 'name', 'created_at'],
      'used_at',
    ],
  },
  passkey_challenge: { secret: ['challenge_hash'], open: ['bound_to', 'expires_at'] },
  password_reset: { secret: ['token_hash'], open: ['person_id', 'made_at', 'expires_at'] },
  person: { secret: ['password_hash'], open: ['id', 'email', 'email_key', 'created_at'] },
  profile_day: {
    open: ['store_id', 'from_day', 'choice', 'own', 'revision', 'changed_at', 'changed_by'],
  },
  product: {
    open: [
      ...['store_id', 'ref', 'pinned', 'title', 'price', 'currency', 'image', 'url', 'category'],
      ...['available', 'published', 'sales', 'updated_at', 'published_at'],
    ],
  },
  product_count: { open: ['store_id', 'ref', 'shown', 'opened'] },
  removed_store: { open: ['public_id', 'removed_at'] },
  setup_token: { secret: ['token_hash'], open: ['sole', 'created_at'] },
  shop_order: {
    open: [
      ...['store_id', 'ref', 'buyer', 'title', 'state', 'lines', 'total', 'currency', 'url'],
      ...['ordered_at', 'updated_at'],
    ],
  },
  shop_page: { open: ['store_id', 'origin', 'path', 'allowed', 'seen_at'] },
  socket_ticket: {
    secret: ['ticket_hash'],
    open: ['store_id', 'account_id', 'session_id', 'expires_at'],
  },
  store: {
    open: [
      ...['id', 'public_id', 'name', 'profile', 'time_zone', 'default_locale', 'brand'],
      ...['avatar', 'allowed_origins', 'epoch', 'live_version', 'created_at'],
      ...['shown_name', 'removed_at', 'has_webhooks', 'widget', 'widget_revision'],
    ],
  },
  store_avatar: { open: ['store_id', 'type', 'image', 'hash'] },
  timer: { open: ['store_id', 'conversation_id', 'id', 'generation', 'kind', 'block', 'due_at'] },
  webhook: {
    open: [
      ...['store_id', 'id', 'public_id', 'name', 'url', 'events', 'active', 'switched_off', 'failing_since'],
      'created_at',
    ],
  },
  webhook_delivery: {
    open: [
      ...['store_id', 'id', 'webhook_id', 'lane', 'event', 'type', 'subject', 'conversation_id', 'at'],
      ...['state', 'attempts', 'tried_at', 'next_at', 'status', 'fault', 'excerpt'],
    ],
  },
  webhook_lane: { open: ['store_id', 'webhook_id', 'lane', 'next_at', 'lease'] },
  webhook_news: {
    open: [
      ...['store_id', 'id', 'at', 'conversation_id', 'revision', 'first_seq', 'last_seq', 'answers'],
      ...['handling_before', 'handling_after', 'assignee_id', 'flow_version'],
    ],
  },
  webhook_secret: { secret: ['secret'], open: ['store_id', 'id', 'webhook_id', 'made_at', 'ends_at'] },
}

/** Columns that are called like a secret and are none, each with what it is. */
export const NO_SECRETS: Readonly<Record<Column, string>> = {
  'person.email_key': 'the e-mail in small letters',
  'invitation.email_key': 'the same',
  'kept_answer.request_key': 'what a client calls its own request: it opens nothing',
  'kept_answer.body_hash': 'tells one request from another; the routes that keep answers take no secret',
  'passkey.credential_id': 'what a device calls a passkey: it opens nothing',
  'passkey.public_key': 'public, as it says',
  'flow_version.hash': 'tells versions of a flow apart',
  'store_avatar.hash': 'tells pictures apart',
}

/** The secret columns, as tables and columns of the database. */
export const SECRET_COLUMNS = Object.entries(COLUMNS).flatMap(([table, { secret = [] }]) =>
  secret.map((column) => [table, column] as const),
)

/** Every column of the schema as reviewers see it. */
export function columnsOfSchema(): readonly Column[] {
  const text = readFileSync(new URL('../../../packages/server/src/store/schema.sql', import.meta.url), 'utf8')
  return [...text.matchAll(/^create table (\w+) \(\n([\s\S]*?)^\)/gm)].flatMap(([, table = '', body = '']) =>
    [...body.matchAll(/^ {2}([a-z]\w*) /gm)].map(([, column = '']) => `${table}.${column}`),
  )
}

export function looksSecret(column: Column): boolean {
  return LOOKS_SECRET.test(column.split('.')[1] ?? '')
}
