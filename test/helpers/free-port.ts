import { createServer } from 'node:net'

/**
 * A port that nothing listens on. It is not one of those that systems give out by themselves (from 32,768, 49,152 on
 * macOS and Windows), so nobody gets it before the test does.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
