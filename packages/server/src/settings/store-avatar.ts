import { createHash } from 'node:crypto'
import { MAX_AVATAR_BYTES, type StoreSettings } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import { runAsJournal } from '../store/run-as.ts'
import { avatarOf, deleteAvatar, putAvatar } from '../store/store-avatars.ts'
import { changeStore, storeById, type StoreRow } from '../store/stores.ts'
import { changeSettings } from './change-settings.ts'
import { shownStore } from './read-store.ts'
import type { Settings } from './settings.ts'

/** How the pictures we take begin; names and types that a client sends say nothing. */
const BEGINNINGS = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
] as const

/** Makes these bytes the picture that buyers see beside the store's name, or takes it away with null. */
export async function setAvatar(
  parts: Settings,
  actor: Actor,
  image: string | null,
): Promise<StoreSettings | Refused> {
  const { storeId } = actor
  const bytes = image === null ? null : Buffer.from(image, 'base64')
  const type = bytes === null ? null : typeOf(bytes)
  if (bytes !== null && type === null) return { refused: 'AVATAR_UNFIT' }
  const changed = await changeSettings(parts, actor, async (tx): Promise<StoreRow | Refused> => {
    const store = await storeById(tx, storeId)
    if (store === null) return { refused: 'NOT_FOUND' }
    const details = { setting: 'avatar', to: type }
    await recordAudit(tx, actor, { at: parts.clock.now(), action: 'store_changed', details })
    if (bytes === null || type === null) {
      await deleteAvatar(tx, storeId)
      return changeStore(tx, storeId, { avatar: null })
    }
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
    await putAvatar(tx, storeId, { type, image: bytes.toString('base64'), hash })
    // The hash makes another picture another address, so that the old one may be kept for ever.
    const avatar = `/api/v1/stores/${store.publicId}/avatar?v=${hash}`
    return changeStore(tx, storeId, { avatar })
  })
  return isRefused(changed) ? changed : shownStore(parts, changed)
}

/** The picture's bytes and media type; null: the store has none. For everybody. */
export async function readAvatar(
  { database }: Pick<Settings, 'database'>,
  storePublicId: string,
): Promise<{ readonly type: string; readonly bytes: Buffer } | null> {
  const avatar = await runAsJournal(database, (tx) => avatarOf(tx, storePublicId))
  return avatar === null ? null : { type: avatar.type, bytes: Buffer.from(avatar.image, 'base64') }
}

function typeOf(bytes: Buffer): string | null {
  if (bytes.byteLength > MAX_AVATAR_BYTES) return null
  const start = bytes.subarray(0, 16).toString('latin1')
  return BEGINNINGS.find(([, beginning]) => beginning.test(start))?.[0] ?? null
}
