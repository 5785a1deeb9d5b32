import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Keeps secrets so that who reads the database, or a backup of it, cannot use them (`SHOPBELL_SECRET_KEY`). */
export interface Seal {
  /** What is kept of a secret. `about` says whose it is: moved to another row, it does not open. */
  readonly close: (secret: string, about: string) => string
  /** The secret; null: it was closed with a key that this server does not have, or it is not what was closed. */
  readonly open: (kept: string, about: string) => string | null
}

const ALGORITHM = 'aes-256-gcm'
/** As GCM wants it; by chance, which is safe for far more secrets than there are webhooks (NIST SP 800-38D, 8.3). */
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** `sealed:1:<key>:<nonce, tag, words>`: no secret of Standard Webhooks begins like that, so one that was kept open is told apart. */
const SEALED = /^sealed:1:([0-9a-f]{8}):([A-Za-z0-9_-]+)$/

/** The first key closes, all of them open. Without a key secrets are kept as they are. */
export function createSeal(keys: readonly Uint8Array[]): Seal {
  const byName = new Map(keys.map((key) => [nameOf(key), key]))
  const [first] = keys
  return {
    close: (secret, about) => {
      if (first === undefined) return secret
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, first, nonce, { authTagLength: TAG_BYTES })
      cipher.setAAD(Buffer.from(about, 'utf8'))
      const words = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      const kept = Buffer.concat([nonce, cipher.getAuthTag(), words]).toString('base64url')
      return `sealed:1:${nameOf(first)}:${kept}`
    },
    open: (kept, about) => {
      const [, name = '', text = ''] = SEALED.exec(kept) ?? []
      if (name === '') return kept
      const key = byName.get(name)
      return key === undefined ? null : openWith(key, Buffer.from(text, 'base64url'), about)
    },
  }
}

/** Whose the secret of an endpoint is. */
export function secretOf({
  storeId,
  webhookId,
}: {
  readonly storeId: number
  readonly webhookId: number
}): string {
  return `webhook ${String(storeId)}/${String(webhookId)}`
}

function openWith(key: Uint8Array, bytes: Buffer, about: string): string | null {
  try {
    const cipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    cipher.setAAD(Buffer.from(about, 'utf8'))
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const words = bytes.subarray(NONCE_BYTES + TAG_BYTES)
    return Buffer.concat([cipher.update(words), cipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** Tells keys apart, and says nothing of them. */
function nameOf(key: Uint8Array): string {
  return createHash('sha256').update('shopbell secret key').update(key).digest('hex').slice(0, 8)
}
