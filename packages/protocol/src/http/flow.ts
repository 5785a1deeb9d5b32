import Type, { type Static } from 'typebox'
import { closed, Instant, ShownText } from '../field.ts'

/** A flow travels as an opaque document of bounded size; its schema is the engine's. */
export const OpaqueDocument = Type.Record(Type.String(), Type.Unknown())
export type OpaqueDocument = Static<typeof OpaqueDocument>

/** One finding of `validateFlow`. `at` is a JSON Pointer into the document. */
export const FlowProblem = Type.Object(
  {
    code: Type.String({ maxLength: 60 }),
    severity: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
    at: Type.String({ maxLength: 1_000 }),
    message: ShownText,
  },
  closed,
)
export type FlowProblem = Static<typeof FlowProblem>

/** A published version, without its document. `hash` is the behaviour hash (flow-format rule 3). */
export const FlowVersionSummary = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    hash: Type.String(),
    publishedAt: Instant,
    publishedBy: ShownText,
    note: ShownText,
    live: Type.Boolean(),
  },
  closed,
)
export type FlowVersionSummary = Static<typeof FlowVersionSummary>

/** A version in the history. `begun` counts the conversations that began with it: a buyer who comes again begins again. */
export const ListedVersion = Type.Object(
  { ...FlowVersionSummary.properties, begun: Type.Integer({ minimum: 0 }) },
  closed,
)
export type ListedVersion = Static<typeof ListedVersion>

/** `GET /api/v1/flow/versions`: newest first. */
export const FlowVersionList = Type.Object({ versions: Type.Array(ListedVersion) }, closed)
export type FlowVersionList = Static<typeof FlowVersionList>

/** `GET /api/v1/flow/versions/:version` (or `live`). The bytes of an export: `GET …/export`. */
export const FlowVersionDetail = Type.Object(
  { summary: FlowVersionSummary, document: OpaqueDocument },
  closed,
)
export type FlowVersionDetail = Static<typeof FlowVersionDetail>

/**
 * `GET /api/v1/flow/draft`. `revision` guards publishing; `base` is the version the draft began from, or was last published as.
 * `hash` is the behaviour hash: where it equals the live version's, publishing would change nothing for buyers.
 */
export const FlowDraft = Type.Object(
  {
    document: OpaqueDocument,
    hash: Type.String(),
    revision: Type.Integer({ minimum: 0 }),
    base: Type.Optional(Type.Integer({ minimum: 1 })),
    savedAt: Instant,
    savedBy: ShownText,
    problems: Type.Array(FlowProblem),
  },
  closed,
)
export type FlowDraft = Static<typeof FlowDraft>

/**
 * `POST /api/v1/flow/import?dryRun=true|false`: the body is the file, at most 256 KiB. Migrates, validates and, without
 * `dryRun`, makes it the draft. A file that cannot become a draft is refused with 422 and its problems.
 */
export const FlowImported = Type.Object(
  { saved: Type.Boolean(), revision: Type.Optional(Type.Integer()), problems: Type.Array(FlowProblem) },
  closed,
)
export type FlowImported = Static<typeof FlowImported>

/** `POST /api/v1/flow/publish`: 409 `DRAFT_MOVED` (with `moved`) when `revision` is no longer the draft's, 422 `FLOW_HAS_PROBLEMS` with all of them. */
export const PublishBody = Type.Object(
  {
    revision: Type.Integer({ minimum: 0 }),
    note: Type.Optional(Type.String({ maxLength: 200 })),
  },
  closed,
)
export type PublishBody = Static<typeof PublishBody>
export const Published = Type.Object(
  { version: FlowVersionSummary, problems: Type.Array(FlowProblem) },
  closed,
)
export type Published = Static<typeof Published>
