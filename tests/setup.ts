// The same made-up cases in every run, so that a change is judged by itself alone; `npm run fuzz` looks further.
import fc from 'fast-check'

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['SEED'] ?? 20_261_122) })
