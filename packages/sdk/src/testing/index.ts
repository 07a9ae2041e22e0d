export { exampleNamed } from './contract-examples.ts'
export {
  createHandlers,
  errorAnswer,
  exampleAnswer,
  type MockAnswer,
  type MockCall,
  type MockOverrides,
} from './handlers.ts'
