import { canadian, type MetalsCase } from './metals-case.ts'

const bumper = { htsCode: '8708103020', origin: 'CN', goods: 'bumper of steel' } as const
const hinge = { htsCode: '8302103000', origin: 'CN', goods: 'hinge designed for motor vehicles' } as const
const known = {
  articleWeightG: '1000',
  metals: { steel: { weightG: '900', usPct: '0' }, aluminum: { weightG: '0', usPct: '0' } },
} as const
const ofTwoMetals = {
  articleWeightG: '1000',
  metals: { steel: { weightG: '500', usPct: '0' }, aluminum: { ...canadian, weightG: '400' } },
} as const

/** Goods that another action of section 232 may take out of the metals duty. */
export const metalsVehicles: readonly MetalsCase[] = [
  {
    clause: 'note 33(f)(1), 38(h)(1): nobody has said whether it is a vehicle part',
    ...bumper,
    facts: known,
    heading: '9903.82.09',
    status: 'needs_answer',
    or: ['none', '9903.82.25'],
    asks: ['isVehiclePart', 'endUse'],
  },
  {
    clause: 'note 33(f)(1): parts of automobiles are not subject to the metals duty',
    ...bumper,
    facts: { ...known, isVehiclePart: true, endUse: 'passenger_vehicle' },
    heading: null,
    status: 'not_applied',
  },
  {
    clause: 'note 38(h)(1): parts of trucks are not subject to the metals duty',
    ...bumper,
    facts: { ...known, isVehiclePart: true, endUse: 'truck_bus' },
    heading: null,
    status: 'not_applied',
  },
  {
    clause: 'note 33(h)(ii): no vehicle part',
    ...bumper,
    facts: { ...known, isVehiclePart: false, endUse: 'other' },
    heading: '9903.82.09',
    status: 'applies',
  },
  {
    clause: 'note 33(f)(1): a hinge of two metals that is no vehicle part',
    ...hinge,
    facts: { ...ofTwoMetals, isVehiclePart: false },
    heading: '9903.82.09',
    status: 'applies',
  },
  {
    clause: 'note 33(h)(i): whether a part that the USMCA frees is free of the metals duty is not settled',
    ...bumper,
    origin: 'MX',
    facts: { ...known, isVehiclePart: true, endUse: 'passenger_vehicle', preference: { program: 'USMCA' } },
    heading: '9903.82.09',
    status: 'needs_answer',
    or: ['none'],
  },
]
