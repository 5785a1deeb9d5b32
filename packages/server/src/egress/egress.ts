import { lookup as lookUp } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { DeliveryFault } from '@shopbell/protocol'
import { createAllowedPlaces } from './allowed-places.ts'
import { AddressRefused } from './address-refused.ts'
import { faultOf } from './fault-of.ts'
import { urlFault } from './url-fault.ts'

/** The one way out: requests to addresses that a seller has chosen. */
export interface Egress {
  /** Why nothing is sent there, in a sentence; null: it may be tried. */
  readonly faultOfUrl: (url: string) => string | null
  /** Never rejects. Redirects are not followed: a 302 is an answer like any other. */
  readonly post: (letter: OutgoingPost) => Promise<PostAnswer | PostFault>
}

export interface OutgoingPost {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface PostAnswer {
  readonly status: number
  /** The beginning of what came back. */
  readonly excerpt: string
  /** The answer's `Retry-After`, in milliseconds. */
  readonly retryAfterMs: number | null
}

export interface PostFault {
  readonly fault: DeliveryFault
}

export interface EgressOptions {
  /** Hosts, addresses and ranges that are open beside the public net. */
  readonly allow: readonly string[]
  /** All addresses of a name; left out: as the system resolves it. */
  readonly resolve?: (host: string) => Promise<readonly Resolved[]>
}

export interface Resolved {
  readonly address: string
  readonly family: number
}

/** From connecting to the answer's head: Standard Webhooks advises 15 to 30 seconds; a receiver should only store what came. */
const ANSWER_WITHIN_MS = 10_000
/** Read of an answer; the rest is not of interest. */
const MAX_ANSWER_BYTES = 4_096
const EXCERPT_UNITS = 500

/**
 * Every address that a name resolves to is judged when the connection is made, by the very list that is connected to, so that a name
 * cannot mean one thing when it is checked and another when it is used (DNS rebinding). Every request has a connection of its own.
 */
export function createEgress({ allow, resolve = resolveAll }: EgressOptions): Egress {
  const places = createAllowedPlaces(allow)
  const lookup: LookupFunction = (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const [first] = found
        if (first === undefined || !found.every(({ address }) => places.mayReach(address, host)))
          callback(new AddressRefused(host), [])
        else if (options.all === true) callback(null, [...found])
        else callback(null, first.address, first.family)
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), [])
      },
    )
  }

  return {
    faultOfUrl: (url) => urlFault(url, places),
    post: async ({ url, headers, body }) => {
      // Also a URL that was fit when it was kept: the operator may have closed a door since.
      if (urlFault(url, places) !== null) return { fault: 'refused_address' }
      try {
        return await send(new URL(url), { headers, body, lookup, reach: places.mayReach })
      } catch (error) {
        return { fault: faultOf(error) }
      }
    },
  }
}

interface Sending {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly lookup: LookupFunction
  readonly reach: (address: string, host: string) => boolean
}

async function send(url: URL, { headers, body, lookup, reach }: Sending): Promise<PostAnswer> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  // A host that is an address is connected to without being looked up.
  if (isIP(host) !== 0 && !reach(host, host)) throw new AddressRefused(host)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const bytes = Buffer.from(body, 'utf8')
  const sent = request(url, {
    method: 'POST',
    agent: false,
    lookup,
    signal,
    headers: { ...headers, 'content-length': String(bytes.length), connection: 'close' },
  })
  sent.on('response', resolve)
  sent.on('error', reject)
  sent.end(bytes)
  try {
    const answer = await promise
    const { statusCode = 0, headers: told } = answer
    return {
      status: statusCode,
      excerpt: await excerptOf(answer),
      retryAfterMs: retryAfterOf(told['retry-after']),
    }
  } finally {
    sent.destroy()
  }
}

/** What can be shown of an answer. That it breaks off is no matter: its status has been said. */
async function excerptOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of answer) {
      if (!Buffer.isBuffer(part)) break
      parts.push(part.subarray(0, MAX_ANSWER_BYTES - size))
      size += part.length
      if (size >= MAX_ANSWER_BYTES) break
    }
  } catch {
    // What has come until here is shown.
  }
  const text = Buffer.concat(parts).toString('utf8')
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .slice(0, EXCERPT_UNITS)
    .toWellFormed()
    .trim()
}

function retryAfterOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,9}$/.test(header) ? Number(header) * 1_000 : null
}

function resolveAll(host: string): Promise<readonly Resolved[]> {
  return lookUp(host, { all: true })
}
