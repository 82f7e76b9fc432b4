/**
 * Exact dot products of one int8 vector with many, 16 numbers at a time. JavaScript has no such instructions, so this is
 * WebAssembly, put together here by hand: it is one loop in another.
 */
type DotProducts = (request: {
  /** Where the one vector begins in the memory, in bytes. */
  readonly query: number
  /** Where the others begin, one after the other. */
  readonly vectors: number
  /** Where the results go: 32-bit integers, one a vector. */
  readonly products: number
  readonly count: number
  /** Numbers of each vector: a multiple of 16. */
  readonly dimensions: number
}) => void

/** How many numbers an instruction takes: `dimensions` is a multiple of it. */
const lanes = 16
/** What can be addressed, in pages of 64 KB: 4 GB. */
const maxPages = 65_536

/** Memory that threads and the module share. It can be posted to a thread. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer
}

/** What of WebAssembly is used: TypeScript knows its types for browsers only. */
interface Wasm {
  readonly Memory: new (limits: { initial: number; maximum: number; shared: true }) => SharedMemory
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (
    module: object,
    imports: { readonly at: { readonly memory: SharedMemory } },
  ) => { readonly exports: { readonly run: (...values: readonly number[]) => void } }
}
const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: Wasm }

/** @throws RangeError if there is not enough memory */
export function allocate(bytes: number): SharedMemory {
  return new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536), maximum: maxPages, shared: true })
}

export function createDotProducts(memory: SharedMemory): DotProducts {
  const module = new WebAssembly.Module(moduleBytes())
  const { run } = new WebAssembly.Instance(module, { at: { memory } }).exports
  return ({ query, vectors, products, count, dimensions }) => {
    if (count > 0) run(query, vectors, products, count, query + dimensions)
  }
}

const [i32, v128] = [0x7f, 0x7b]
const [query, vector, product, count, end, at, sum, left, right] = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** See https://webassembly.github.io/spec/core/binary/ for the form of modules and the codes of instructions. */
function moduleBytes(): Uint8Array<ArrayBuffer> {
  const section = (id: number, ...content: number[]) => [id, ...unsigned(content.length), ...content]
  const code = [
    ...[3, 1, i32, 1, v128, 2, v128], // local variables: at, sum, left and right
    ...body(),
  ]
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, 5, i32, i32, i32, i32, i32, 0),
    ...section(2, 1, ...nameBytes('at'), ...nameBytes('memory'), 0x02, 0x03, 1, ...unsigned(maxPages)),
    ...section(3, 1, 0),
    ...section(7, 1, ...nameBytes('run'), 0x00, 0),
    ...section(10, 1, ...unsigned(code.length), ...code),
  ])
}

function body(): number[] {
  const get = (local: number) => [0x20, local]
  const set = (local: number) => [0x21, local]
  const add = (local: number, number: number) => [...get(local), 0x41, number, 0x6a, ...set(local)]
  const simd = (instruction: number, ...rest: number[]) => [0xfd, ...unsigned(instruction), ...rest]
  const load = (address: number, into: number) => [...get(address), ...simd(0x00, 0, 0), ...set(into)]
  const [zero, multiplyLow, multiplyHigh] = [simd(0x0c, ...new Array(16).fill(0)), simd(0x9c), simd(0x9d)]
  const [addShorts, addPairs, addIntegers] = [simd(0x8e), simd(0x7e), simd(0xae)]
  const [loop, endBlock, repeatIf, smaller] = [[0x03, 0x40], [0x0b], [0x0d, 0], [0x49]]
  const laneOf = (lane: number) => [...get(sum), ...simd(0x1b, lane)]
  return [
    ...loop,
    ...get(query),
    ...set(at),
    ...zero,
    ...set(sum),
    ...loop,
    ...load(at, left),
    ...load(vector, right),
    // Two products of 8-bit numbers fit into 16 bits, unless all four are -128, which no vector holds.
    ...[...get(left), ...get(right), ...multiplyLow],
    ...[...get(left), ...get(right), ...multiplyHigh],
    ...[...addShorts, ...addPairs, ...get(sum), ...addIntegers, ...set(sum)],
    ...add(at, lanes),
    ...add(vector, lanes),
    ...[...get(at), ...get(end), ...smaller, ...repeatIf],
    ...endBlock,
    ...get(product),
    ...[...laneOf(0), ...laneOf(1), 0x6a, ...laneOf(2), 0x6a, ...laneOf(3), 0x6a],
    ...[0x36, 2, 0],
    ...add(product, 4),
    ...[...get(count), 0x41, 1, 0x6b, 0x22, count, ...repeatIf],
    ...endBlock,
    ...[0x0b],
  ]
}

const nameBytes = (name: string): number[] => [name.length, ...Buffer.from(name)]

/** LEB128. */
function unsigned(number: number): number[] {
  return number < 0x80 ? [number] : [(number & 0x7f) | 0x80, ...unsigned(number >>> 7)]
}
