import { EXPORT_FORMS } from '@shopbell/engine'
import {
  FlowVersionDetail,
  FlowVersionList,
  Published,
  PublishBody,
  PublishPreview,
  RestoreBody,
  VersionsDiff,
} from '@shopbell/protocol'
import Type from 'typebox'
import { diffVersions } from '../../publishing/diff-versions.ts'
import { previewPublish } from '../../publishing/preview-publish.ts'
import { exportVersion, listVersions, showVersion } from '../../publishing/published-versions.ts'
import { publishFlow } from '../../publishing/publish-flow.ts'
import { restoreVersion } from '../../publishing/restore-version.ts'
import { isRefused } from '../../reception/refused.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { versionOf } from './version-of.ts'

/** A number, or `live`. */
const Version = Type.String({ pattern: '^(live|[1-9][0-9]{0,8})$' })
const ByVersion = Type.Object({ version: Version })
const ByNumber = Type.Object({ version: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) })
const InForm = Type.Object({ as: Type.Optional(Type.Enum([...EXPORT_FORMS])) })
const ByTwoVersions = Type.Object({ version: Version, other: Version })

/** The published versions, publishing the draft and an old version again (PUB-01, PUB-08, PUB-09, PUB-11). */
export function flowRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/flow/publish-preview',
    {
      config: { access: 'account', scope: 'flow:read' },
      schema: {
        operationId: 'previewPublish',
        summary: 'Tells what publishing the draft would do.',
        refuses: ['NO_DRAFT'],
        response: { 200: PublishPreview },
      },
    },
    async (request, reply) => {
      const preview = await previewPublish(parts, actorOf(request))
      return preview ?? refuse(request, reply, { refused: 'NO_DRAFT' })
    },
  )

  app.post(
    '/flow/publish',
    {
      config: { access: 'robotKeeper', scope: 'flow:publish' },
      schema: {
        operationId: 'publishFlow',
        summary: 'Publishes the draft of just this revision.',
        refuses: ['NO_DRAFT', 'DRAFT_MOVED', 'FLOW_HAS_PROBLEMS'],
        body: PublishBody,
        response: { 200: Published },
      },
    },
    async (request, reply) => {
      const published = await publishFlow(parts, actorOf(request), request.body)
      return isRefused(published) ? refuse(request, reply, published) : published
    },
  )

  app.get(
    '/flow/versions',
    {
      config: { access: 'account', scope: 'flow:read' },
      schema: {
        operationId: 'listVersions',
        summary: 'Lists the published versions, newest first.',
        response: { 200: FlowVersionList },
      },
    },
    async (request) => ({ versions: await listVersions(parts, actorOf(request)) }),
  )

  app.get(
    '/flow/versions/:version',
    {
      config: { access: 'account', scope: 'flow:read' },
      schema: {
        operationId: 'readVersion',
        summary: 'Reads a published version with its document.',
        params: ByVersion,
        response: { 200: FlowVersionDetail },
      },
    },
    async (request, reply) => {
      const detail = await showVersion(parts, actorOf(request), versionOf(request.params.version))
      return detail ?? refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )

  app.get(
    '/flow/versions/:version/diff/:other',
    {
      config: { access: 'account', scope: 'flow:read' },
      schema: {
        operationId: 'diffVersions',
        summary: 'Tells what changes from one version to another.',
        params: ByTwoVersions,
        response: { 200: VersionsDiff },
      },
    },
    async (request, reply) => {
      const { version, other } = request.params
      const diff = await diffVersions(parts, actorOf(request), [versionOf(version), versionOf(other)])
      return diff ?? refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )

  app.post(
    '/flow/versions/:version/restore',
    {
      config: { access: 'robotKeeper', scope: 'flow:publish' },
      schema: {
        operationId: 'restoreVersion',
        summary: 'Publishes an old version’s content as the next one.',
        refuses: ['ALREADY_LIVE', 'FLOW_HAS_PROBLEMS'],
        params: ByNumber,
        body: RestoreBody,
        response: { 200: Published },
      },
    },
    async (request, reply) => {
      const number = Number(request.params.version)
      const restored = await restoreVersion(parts, actorOf(request), number, request.body)
      return isRefused(restored) ? refuse(request, reply, restored) : restored
    },
  )

  app.get(
    '/flow/versions/:version/export',
    {
      config: { access: 'account', scope: 'flow:read' },
      schema: {
        operationId: 'exportVersion',
        summary: 'Writes a version as its file, byte for byte, or as what it compiles to.',
        sends: ['application/json', 'text/plain', 'application/scxml+xml'],
        params: ByVersion,
        querystring: InForm,
      },
    },
    async (request, reply) => {
      const { as = 'document' } = request.query
      const file = await exportVersion(parts, actorOf(request), versionOf(request.params.version), as)
      if (file === null) return refuse(request, reply, { refused: 'NOT_FOUND' })
      return reply
        .type(`${file.mediaType}; charset=utf-8`)
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.text)
    },
  )
}
