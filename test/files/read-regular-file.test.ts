import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { describeFileFailure } from '../../src/files/describe-file-failure.ts'
import { openRegularFile, readRegularFile } from '../../src/files/read-regular-file.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'

const onUnix = test.skipIf(process.platform === 'win32')

test('gives all bytes of a file, be they none', async () => {
  const folder = writeFolder({ 'lids.md': 'Warm the pot.', 'empty.md': '' })
  expect(String(await readRegularFile(join(folder, 'lids.md'), 13))).toBe('Warm the pot.')
  expect(String(await readRegularFile(join(folder, 'empty.md'), 13))).toBe('')
})

onUnix('refuses pipes, sockets and devices at once, also by a link', async () => {
  const folder = temporaryFolder()
  const server = createServer().listen(join(folder, 'socket'))
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  execFileSync('mkfifo', [join(folder, 'pipe')])
  symlinkSync('/dev/zero', join(folder, 'zero'))
  symlinkSync('pipe', join(folder, 'link'))
  for (const name of ['pipe', 'socket', 'zero', 'link']) {
    await expect(readRegularFile(join(folder, name), 100)).rejects.toMatchObject({ code: 'ENOTREGULAR' })
    await expect(openRegularFile(join(folder, name))).rejects.toMatchObject({ code: 'ENOTREGULAR' })
  }
})

test('refuses folders and what is not there, as the system does', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'inner'))
  await expect(readRegularFile(join(folder, 'inner'), 1)).rejects.toMatchObject({ code: 'EISDIR' })
  await expect(readRegularFile(join(folder, 'none'), 1)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('refuses what is too large', async () => {
  const folder = writeFolder({ 'lids.md': 'Warm the pot.' })
  await expect(readRegularFile(join(folder, 'lids.md'), 12)).rejects.toMatchObject({
    code: 'EFBIG',
    size: 13,
  })
})

test('does not take it for a disk that is away if this thread was busy meanwhile', async () => {
  const folder = writeFolder({ 'lids.md': 'Warm the pot.' })
  const { setInterval: set } = globalThis
  const seconds: (() => void)[] = []
  const timers = vi.spyOn(globalThis, 'setInterval').mockImplementation((passed) => {
    seconds.push(passed)
    return set(() => {}, 60_000).unref()
  })
  onTestFinished(() => timers.mockRestore())
  const read = readRegularFile(join(folder, 'lids.md'), 13)
  // However long a thread was busy, Node tells of one interval that has passed.
  expect(seconds).toHaveLength(1)
  seconds[0]!()
  expect(String(await read)).toBe('Warm the pot.')
})

const lfs = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 12345\n`

test.each([
  lfs,
  lfs.trim(),
  lfs.replace('oid', 'ext-0-foo sha256:ab\noid'),
  '/annex/objects/SHA256E-s12--ab.md\n',
])('refuses what stands in the place of a file that was not fetched: %j', async (text) => {
  const folder = writeFolder({ 'lids.md': text })
  const error = await readRegularFile(join(folder, 'lids.md'), 2000).catch((error: unknown) => error)
  expect(error).toMatchObject({ code: 'ENOTFETCHED' })
  expect(describeFileFailure(error)[0]).toMatch(/pointer of Git LFS/)
})

test.each([
  `Pointers of Git LFS begin so:\n${lfs}`,
  `${lfs}\nThis is how they look.\n`,
  'version https://git-lfs.github.com/spec/v1\n',
  '/annex/objects/ is a folder of git-annex.\n',
])('gives a file that is about such: %j', async (text) => {
  const folder = writeFolder({ 'lids.md': text })
  expect(String(await readRegularFile(join(folder, 'lids.md'), 2000))).toBe(text)
})

test('stops at the limit where a file grows while it is read', async () => {
  const path = join(temporaryFolder(), 'growing')
  writeFileSync(path, 'x'.repeat(1000))
  const growing = setInterval(() => appendFileSync(path, 'x'.repeat(100_000)), 0)
  onTestFinished(() => clearInterval(growing))
  const outcomes = new Set<unknown>()
  await expect
    .poll(async () =>
      outcomes.add(
        await readRegularFile(path, 500_000).then(
          () => 'read',
          (e) => e.code,
        ),
      ),
    )
    .toContain('EFBIG')
})

test.skipIf(process.platform !== 'linux')('reads a file that says it has no bytes', async () => {
  expect(String(await readRegularFile('/proc/self/status', 1_000_000))).toContain('Pid:')
})

test('nothing of the sources reads files in another way, but for those that Hallway brings', () => {
  const sources = fileURLToPath(new URL('../../src', import.meta.url))
  const others = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      [
        ...readFileSync(join(sources, name), 'utf8').matchAll(
          /^(?!\s*(?:\*|\/\/)).*?(?<![.\w])(?:readFile(?:Sync)?|createReadStream)\((?!new URL\().*/gm,
        ),
      ].map(([line]) => `${name}: ${line.trim()}`),
    )
  expect(others).toEqual([])
})
