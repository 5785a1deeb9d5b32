import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'

/** A running server and the token that opens its console API. */
export interface ServerAddress {
  readonly url: URL
  readonly token: string
}

/** Checks what the user gave. The token comes from `--token`, or from SHOPBELL_TOKEN, which other users of the machine cannot see. */
export function serverAddress(url: string, token: string | undefined): ServerAddress {
  const base = URL.parse(url)
  if (!base || !/^https?:$/.test(base.protocol)) {
    throw new CommandFailure(EXIT.USAGE, `“${url}” is no server address; write it like https://shop.example.`)
  }
  const given = token ?? process.env['SHOPBELL_TOKEN']
  if (!given) {
    throw new CommandFailure(
      EXIT.USAGE,
      'A token is needed: set SHOPBELL_TOKEN, or give --token (console, Settings, API tokens).',
    )
  }
  return { url: base, token: given }
}
