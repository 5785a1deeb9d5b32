import { fsyncSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type EmscriptenOptions = Parameters<NodeFS['init']>[1]
type FileSystems = Parameters<NonNullable<EmscriptenOptions['preRun']>[number]>[0]

/**
 * PGlite's files on disk, with an `fsync` that reaches the disk: as shipped, Emscripten's file system has none and answers that
 * all is well (electric-sql/pglite#1107; goes when that is solved). `wal_sync_method` has to be `fsync`, because Emscripten
 * answers `fdatasync` without asking the file system at all.
 */
export class DurableNodeFS extends NodeFS {
  override async init(pg: PGlite, options: EmscriptenOptions): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options)
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), makeFsyncReal] },
    }
  }
}

/** `stream.nfd` is Node's file descriptor. What `fsyncSync` throws stops PostgreSQL, as a failed fsync has to. */
function makeFsyncReal(mod: FileSystems) {
  mod.NODEFS.stream_ops.fsync = (stream: { readonly nfd: number }) => {
    fsyncSync(stream.nfd)
    return 0
  }
}
