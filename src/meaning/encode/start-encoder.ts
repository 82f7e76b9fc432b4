import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { environmentForOthers } from '../../files/environment-for-others.ts'
import { type Encoder, EncoderFailure } from '../encoder.ts'
import type { Model } from '../model/model-folder.ts'
import type { EncoderReply, EncoderRequest } from './encoder-messages.ts'
import { defaultRuntimeFolder } from './runtime.ts'

/** A process that runs a model. */
export interface RunningEncoder extends Encoder {
  /**
   * Ends the process, and with it whatever it is encoding; resolves once it is gone. A thread that ends before leaves it
   * defunct.
   */
  readonly stop: () => Promise<void>
}

interface EncoderOptions {
  /** Where the runtime's packages are. Default: beside Hallway's. */
  readonly runtimeFolder?: string | undefined
  /** Whether others go first: for what nobody waits for. Default false. */
  readonly isPatient?: boolean
  /** That encode one run of texts together. Default 1: a question takes milliseconds, and other cores have other things to do. */
  readonly threads?: number
}

/** Of ten to nineteen, the highest: whatever else the machine does goes first. */
const patientPriority = 19

/**
 * Starts a process with a model and resolves once it encodes. It is a process, not a thread: what native code does to it,
 * a want of memory included, touches nothing that is served.
 * @throws {EncoderFailure}
 */
export async function startEncoder(
  model: Model,
  { runtimeFolder = defaultRuntimeFolder, isPatient = false, threads = 1 }: EncoderOptions = {},
): Promise<RunningEncoder> {
  const child = fork(new URL('./encoder-process.ts', import.meta.url), {
    serialization: 'advanced',
    // What native code prints is nobody's: what is wrong comes as a message.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: environmentForOthers(),
    execArgv: [],
  })
  if (isPatient && child.pid !== undefined) giveWay(child.pid)
  const calls = new Map<number, PromiseWithResolvers<readonly Float32Array[]>>()
  const ready = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  let ended: EncoderFailure | undefined
  // It keeps this process alive only while somebody waits for vectors, and ends with it.
  const rest = () => {
    if (calls.size > 0) return
    child.unref()
    child.channel?.unref()
  }
  const end = (failure: EncoderFailure) => {
    ended ??= failure
    ready.reject(ended)
    for (const { reject } of calls.values()) reject(ended)
    calls.clear()
  }
  child.on('message', (reply: EncoderReply) => {
    if (reply.kind === 'ready') return ready.resolve()
    if (reply.kind === 'unusable') {
      end(new EncoderFailure(reply.message))
      return void child.kill()
    }
    const call = calls.get(reply.id)
    calls.delete(reply.id)
    rest()
    if (reply.kind === 'encoded') call?.resolve(reply.vectors)
    else call?.reject(new EncoderFailure(reply.message))
  })
  child.on('error', (error) => {
    end(new EncoderFailure(`The model cannot be run: ${error.message}.`))
    if (child.pid === undefined) gone.resolve()
  })
  child.on('exit', (code, signal) => {
    end(new EncoderFailure(describeEnd(code, signal)))
    gone.resolve()
  })
  let last = 0
  sendRequest(child, { kind: 'load', model, runtimeFolder, threads })
  await ready.promise
  rest()
  return {
    encode(texts) {
      if (ended) return Promise.reject(ended)
      const id = ++last
      const call = Promise.withResolvers<readonly Float32Array[]>()
      calls.set(id, call)
      child.ref()
      child.channel?.ref()
      sendRequest(child, { kind: 'encode', id, texts })
      return call.promise
    },
    stop() {
      child.kill()
      // Whoever waits for its end stays until then.
      child.ref()
      return gone.promise
    },
  }
}

/** A channel that is closed already is told by the process's end. */
function sendRequest(child: ChildProcess, request: EncoderRequest): void {
  child.send(request, () => {})
}

function describeEnd(code: number | null, signal: NodeJS.Signals | null): string {
  const how = signal === null ? `with code ${code}` : `by ${signal}`
  const memory = signal === 'SIGKILL' || signal === 'SIGABRT' ? ', as it does when memory runs out' : ''
  return `The process that runs the model ended ${how}${memory}.`
}

function giveWay(pid: number): void {
  try {
    setPriority(pid, patientPriority)
  } catch {
    // Some systems do not allow it: then it takes its share of the machine.
  }
}
