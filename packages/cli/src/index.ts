export { type ExitCode, exitCodes } from './exit-codes.ts'
export { runProgram } from './program.ts'
export { type InputStream, Interruption, type OutputStream, type Terminal } from './terminal.ts'
