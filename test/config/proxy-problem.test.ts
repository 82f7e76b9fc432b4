import { expect, test } from 'vitest'
import { proxyProblem } from '../../src/config/proxy-problem.ts'

const good = 'http://proxy.example.com:8080'
const bad = 'proxy:8080'

test.each([
  [{ HTTPS_PROXY: bad }, 'HTTPS_PROXY'],
  [{ http_proxy: bad }, 'http_proxy'],
  [{ HTTPS_PROXY: good, https_proxy: bad }, 'https_proxy'],
  [{ https_proxy: good, HTTPS_PROXY: bad }, undefined],
  [{ http_proxy: '', HTTP_PROXY: bad }, undefined],
  [{ HTTPS_PROXY: good, HTTP_PROXY: 'http://me:word@127.0.0.1:1' }, undefined],
])('of %j the one that is used is looked at', (proxies, name) => {
  expect(proxyProblem({ NODE_USE_ENV_PROXY: '1', ...proxies })?.split(' ')[0]).toBe(name)
  expect(proxyProblem(proxies)).toBeUndefined()
})
