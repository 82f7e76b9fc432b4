import { errorCode } from '../files/error-code.ts'

/** What to do if no more files can be opened, if that is why a command failed, by itself or by what caused it. */
export function filesShort(error: unknown): string | undefined {
  const code = errorCode(error)
  if (code === 'EMFILE')
    return (
      'This process may open no more files (EMFILE). Allow it 4096: “ulimit -n 4096” in the shell that starts it, ' +
      'or LimitNOFILE=4096 for systemd.'
    )
  if (code === 'ENFILE')
    return 'This machine can open no more files (ENFILE). Close other programs, or raise its limit (fs.file-max on Linux).'
  const { cause } = (error ?? {}) as { readonly cause?: unknown }
  return cause === undefined ? undefined : filesShort(cause)
}
