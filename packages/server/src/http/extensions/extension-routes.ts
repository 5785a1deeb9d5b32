import { ExtensionList } from '@shopbell/protocol'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'

/** What the extensions of this server add, so that the console shows their blocks. */
export function extensionRoutes(app: ConsoleApp, { extensions }: ConsoleParts): void {
  app.get(
    '/extensions',
    {
      config: { access: 'account', scope: 'flow:read' },
      schema: {
        operationId: 'listExtensions',
        summary: 'Tells what the extensions of this server add to flows.',
        response: { 200: ExtensionList },
      },
    },
    () => Promise.resolve({ extensions: [...(extensions?.descriptions ?? [])] }),
  )
}
