import { expect, onTestFinished, test } from 'vitest'
import { allowing, type Page, reading, servePages } from '../../src/http/serve-pages.ts'
import { silent } from '../helpers/silent-log.ts'

async function serving(
  pages: Readonly<Record<string, Page>>,
): Promise<(path: string, method?: string) => Promise<Response>> {
  const server = await servePages(new Map(Object.entries(pages)), { port: 0, host: '127.0.0.1', log: silent })
  onTestFinished(() => server.close())
  return (path, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method })
}

test('a page that fails ends in an answer that says so, or, if it has begun, in a broken one; others are served on', async () => {
  const ask = await serving({
    '/fails': () => Promise.reject(new TypeError('odd')),
    '/begins': async (_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('begun')
      throw new TypeError('odd')
    },
    '/well': async (_, response) => void response.end('well'),
  })
  expect((await ask('/fails')).status).toBe(500)
  await expect(ask('/begins').then((answer) => answer.text())).rejects.toThrow()
  expect(await (await ask('/well?at=1')).text()).toBe('well')
  expect((await ask('/other')).status).toBe(404)
})

test('a page says which methods it takes', async () => {
  const ask = await serving({ '/': allowing(reading, async (_, response) => void response.end('read')) })
  expect(await (await ask('/')).text()).toBe('read')
  expect((await ask('/', 'HEAD')).status).toBe(200)
  const refused = await ask('/', 'POST')
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})
