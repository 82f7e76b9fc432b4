/** As build-worker.ts, on a machine on which a note that says so is never read to its end; a file says then that it is stuck. */
import { writeFileSync } from 'node:fs'
import fs, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

const { open } = fs
fs.open = async (...given) => {
  const handle = await open(...given)
  const read: FileHandle['read'] = handle.read.bind(handle)
  const readOrHang = async (bytes: Buffer, at: number) => {
    const result = await read(bytes, at)
    if (!String(bytes).includes('Never done')) return result
    writeFileSync(process.env.STUCK_FILE!, '')
    for (;;);
  }
  return Object.assign(handle, { read: readOrHang })
}
syncBuiltinESMExports()
await import('../../src/library/build/build-worker.ts')
