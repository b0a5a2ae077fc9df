// PGlite as it must be to keep data: fsync that reaches the disk, and a crash that is an error instead of a frozen process.
import fs from 'node:fs';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { STORE_TEXTS } from '../texts/store.ts';
import { reasonOf, StoreError } from './errors.ts';
import { PARSERS } from './values.ts';

/** Flushes an open file to the disk; tests count its calls and let it fail. */
export type Fsync = (fd: number) => void;

export interface EngineOptions {
  /** PGDATA on this machine's disk; without it the database lives in memory, for tests. */
  readonly folder?: string;
  /** A tar of PGDATA to begin with instead of an empty cluster. */
  readonly seed?: Blob;
  readonly fsync?: Fsync;
  readonly onStopped?: (error: StoreError) => void;
}

// Without -F, which would switch fsync off. PGlite runs no background processes, so the WAL is bounded by the
// checkpoints of maintenance.ts, and these two decide what those leave for reuse.
const START_PARAMS = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'shared_buffers=32MB', 'max_wal_size=64MB', 'min_wal_size=32MB'].flatMap(
    (set) => ['-c', set],
  ),
];

/** Opens, or creates, the database. @throws StoreError 'folder-unopenable' */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const engine = new Engine(options);
  try {
    await engine.waitReady;
  } catch (error) {
    const text = STORE_TEXTS.folderUnopenable(options.folder ?? '-', engine.lastCry ?? reasonOf(error));
    throw new StoreError('folder-unopenable', text, { cause: error });
  }
  engine.guardLoop();
  return engine;
}

export class Engine extends PGlite {
  readonly #options: EngineOptions;
  #stopped: StoreError | undefined;
  /** The last line of the server's log that tells of a crash. */
  lastCry: string | undefined;

  constructor(options: EngineOptions) {
    const given: PGliteOptions = { parsers: { ...PARSERS }, startParams: START_PARAMS };
    if (options.folder !== undefined) given.fs = new DurableFS(options.folder, options.fsync ?? fs.fsyncSync);
    if (options.seed) given.loadDataDir = options.seed;
    given.onStderr = (line) => {
      if (/FATAL|PANIC/.test(line)) this.lastCry = line;
      return false;
    };
    super(given);
    this.#options = options;
  }

  /** @throws StoreError 'unavailable' once the engine has crashed; only a new process, or a new Engine, helps then */
  refuseStopped(): void {
    if (this.#stopped) throw this.#stopped;
  }

  /**
   * When the database crashes inside (a full disk while it writes the WAL), PGlite 0.5.16 calls it again and again for
   * ever, and the whole process with it (electric-sql/pglite issue 1058). Its loop restores the stack after every error
   * that it caught, so that is where a crash gets out.
   */
  guardLoop(): void {
    const module = this.mod;
    if (!module) throw new Error('PGlite has no module');
    const { _PostgresMainLoopOnce: runOnce, stackRestore } = module;
    const LONGJMP = (this as unknown as { POSTGRES_MAIN_LONGJMP: number }).POSTGRES_MAIN_LONGJMP;
    module._PostgresMainLoopOnce = () => {
      try {
        runOnce();
      } catch (error) {
        if ((error as { status?: number }).status !== LONGJMP) this.#stop(error);
        throw error;
      }
    };
    module.stackRestore = (pointer) => {
      this.refuseStopped();
      return stackRestore(pointer);
    };
  }

  override execProtocolRawSync(message: Uint8Array): Uint8Array<ArrayBuffer> {
    this.refuseStopped();
    return super.execProtocolRawSync(message) as Uint8Array<ArrayBuffer>;
  }

  /** A crashed engine is left to the garbage collector: closing it would call it again. */
  override async close(): Promise<void> {
    if (!this.#stopped) await super.close();
  }

  #stop(error: unknown): void {
    if (this.#stopped) return;
    const text = STORE_TEXTS.engineStopped(this.#options.folder ?? '-', this.lastCry ?? reasonOf(error));
    this.#stopped = new StoreError('unavailable', text, { cause: error });
    this.#options.onStopped?.(this.#stopped);
  }
}

interface EmscriptenNodeFS {
  stream_ops: { fsync?: (stream: { nfd?: number }) => number };
  tryFSOperation(work: () => void): void;
}

/**
 * NodeFS with the one call it leaves out. It leans on an inside of Emscripten (`stream_ops` of its NODEFS), so PGlite's
 * exact version is pinned and a test counts the calls.
 */
class DurableFS extends NodeFS {
  readonly #fsync: Fsync;

  constructor(folder: string, fsync: Fsync) {
    super(folder);
    this.#fsync = fsync;
  }

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const addFsync = (module: { NODEFS?: unknown }) => {
      const nodefs = module.NODEFS as EmscriptenNodeFS;
      nodefs.stream_ops.fsync = ({ nfd }) => {
        nodefs.tryFSOperation(() => {
          if (nfd !== undefined) this.#fsync(nfd);
        });
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } };
  }
}
