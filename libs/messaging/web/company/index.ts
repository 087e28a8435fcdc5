export { feature } from '../shared/feature';
