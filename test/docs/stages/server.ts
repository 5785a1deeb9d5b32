import { rmSync } from 'node:fs'

// A server that a block started for good is stopped, and its files go.

export async function check({
  server,
}: {
  readonly server: { readonly stop: () => Promise<void> }
}): Promise<void> {
  await server.stop()
  rmSync('./shop', { recursive: true, force: true })
}
