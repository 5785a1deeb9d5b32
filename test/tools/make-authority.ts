import { KeyObject } from 'node:crypto'
import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'

/** What a server shows of itself, in PEM: `https.createServer` takes it as it is. */
export interface Identity {
  readonly key: string
  readonly cert: string
}

/** Whom a certificate is for, and how long; left out: this machine's address, from two hours ago until in an hour. */
interface Named {
  readonly name?: { readonly type: 'ip' | 'dns'; readonly value: string }
  readonly notBefore?: Date
  readonly notAfter?: Date
}

/** An authority of this test's own, which nobody believes unless told. */
export interface Authority {
  /** Its certificate, in PEM. */
  readonly cert: string
  readonly identify: (named?: Named) => Promise<Identity>
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const HOUR_MS = 3_600_000
const HERE = { type: 'ip', value: '127.0.0.1' } as const

export async function makeAuthority(name: string): Promise<Authority> {
  const keys = await newKeys()
  const issuer = `CN=${name}`
  const now = Date.now()
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...{ name: issuer, keys, signingAlgorithm: ALGORITHM },
    notBefore: new Date(now - 3 * HOUR_MS),
    notAfter: new Date(now + HOUR_MS),
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  })
  return {
    cert: certificate.toString('pem'),
    identify: async ({
      name: named = HERE,
      notBefore = new Date(now - 2 * HOUR_MS),
      notAfter = new Date(now + HOUR_MS),
    } = {}) => {
      const own = await newKeys()
      const made = await X509CertificateGenerator.create({
        ...{ issuer, subject: `CN=${named.value}`, notBefore, notAfter, signingAlgorithm: ALGORITHM },
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        extensions: [new SubjectAlternativeNameExtension([named])],
      })
      return { key: pemOf(own.privateKey), cert: made.toString('pem') }
    },
  }
}

/** A server that nobody vouches for but itself. */
export async function signItself(): Promise<Identity> {
  const keys = await newKeys()
  const now = Date.now()
  const made = await X509CertificateGenerator.createSelfSigned({
    ...{ name: `CN=${HERE.value}`, keys, signingAlgorithm: ALGORITHM },
    notBefore: new Date(now - HOUR_MS),
    notAfter: new Date(now + HOUR_MS),
    extensions: [new SubjectAlternativeNameExtension([HERE])],
  })
  return { key: pemOf(keys.privateKey), cert: made.toString('pem') }
}

function newKeys() {
  return crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
}

function pemOf(key: CryptoKey): string {
  return String(KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }))
}
