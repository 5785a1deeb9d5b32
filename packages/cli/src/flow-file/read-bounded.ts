import { open, type FileHandle } from 'node:fs/promises'

/** What a file turned out to hold: text, more than allowed, or nothing that can be read. */
export type BoundedText =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'too large' }
  | { readonly is: 'not text' }
  | { readonly is: 'unreadable'; readonly reason: string }

/** Reads a UTF-8 file of at most `maxBytes`. A larger one is refused by its size; of a pipe or a device no more than that is read. */
export async function readBounded(path: string, maxBytes: number): Promise<BoundedText> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    if ((await file.stat()).size > maxBytes) return { is: 'too large' }
    const bytes = await readUpTo(file, maxBytes + 1)
    return bytes.length > maxBytes ? { is: 'too large' } : decode(bytes)
  } catch (error) {
    return { is: 'unreadable', reason: reasonOf(error) }
  } finally {
    await file?.close()
  }
}

async function readUpTo(file: FileHandle, maxBytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(maxBytes)
  let length = 0
  while (length < maxBytes) {
    const { bytesRead } = await file.read(buffer, length, maxBytes - length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}

function decode(bytes: Buffer): BoundedText {
  try {
    return { is: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { is: 'not text' }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the path',
  EISDIR: 'it is a folder; name a file in it',
  EACCES: 'you may not read it; ask whose it is',
  EPERM: 'you may not read it; ask whose it is',
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}
