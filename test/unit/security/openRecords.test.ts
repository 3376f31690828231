import assert from 'node:assert/strict';
import { dataModelAnalyzer } from '../../../src/engine/genesis/analyzers/dataModel';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { weakPlaces } from '../../../src/engine/genesis/analyzers/security/findings/weakPlaces';
import { analyzeSources } from '../../support/analyzeSources';

async function told(files: Readonly<Record<string, string>>): Promise<string[]> {
  const analyzers = [entryPointsAnalyzer, dataModelAnalyzer, securityAnalyzer];
  const { problems, model } = await analyzeSources(analyzers, files);
  assert.deepEqual(problems, []);
  const isOf = /^(?:record-of-anybody|password-in-answer|mass-assignment|open-admin-route)$/;
  return weakPlaces(model)
    .filter(({ place }) => isOf.test(place.rule))
    .map(({ file, place }) => `${place.rule} ${file.path}:${place.line} ${place.what ?? ''}`)
    .sort();
}

const user = `package shop;
import jakarta.persistence.*;
@Entity
public class Customer {
  @Id private Long id;
  private String name;
  private String password;
  private String role;
}
`;
const parcel = `package shop;
import jakarta.persistence.*;
@Entity
public class Parcel {
  @Id private Long id;
  private String address;
  private Long customerId;
}
`;
const controller = (method: string): string => `package shop;
@RestController
@RequestMapping("/parcels")
public class ParcelController {
${method}}
`;
const show = `  @GetMapping("/{id}")
  public Parcel show(@PathVariable Long id) {
    return parcelRepository.findById(id).orElseThrow();
  }
`;

describe('what handlers do with records', () => {
  it('is told of a record that belongs to somebody and is taken by its id alone', async () => {
    const files = { 'Customer.java': user, 'Parcel.java': parcel };
    assert.deepEqual(await told({ ...files, 'ParcelController.java': controller(show) }), [
      'record-of-anybody ParcelController.java:7 Parcel by its id alone, with customerId (Parcel.java:4)',
    ]);
    const own = show.replace('Long id)', 'Long id, Principal principal)');
    assert.deepEqual(await told({ ...files, 'ParcelController.java': controller(own) }), []);
    const ofNobody = parcel.replace('customerId', 'weight');
    assert.deepEqual(
      await told({ 'Customer.java': user, 'Parcel.java': ofNobody, 'ParcelController.java': controller(show) }),
      [],
    );
    // Without logins there is nobody to compare with.
    assert.deepEqual(await told({ 'Parcel.java': parcel, 'ParcelController.java': controller(show) }), []);
  });

  it('is told of people who are answered with their passwords, and of roles that a body sets', async () => {
    const all = `  @GetMapping("/people")
  public List<Customer> all() {
    return customers.findAll();
  }

  @PostMapping("/people")
  public void add(@RequestBody Customer customer) {
    customers.persist(customer);
  }
`;
    const files = { 'Customer.java': user, 'PeopleController.java': controller(all) };
    assert.deepEqual(await told(files), [
      'mass-assignment PeopleController.java:11 Customer of the body, with role (Customer.java:4)',
      'password-in-answer PeopleController.java:5 Customer as it is, with password (Customer.java:4)',
    ]);
    const hidden = user.replace('private String password', '@JsonIgnore private String password');
    assert.deepEqual(
      (await told({ ...files, 'Customer.java': hidden })).map((one) => one.split(' ')[0]),
      ['mass-assignment'],
    );
  });

  it('is told of routes that ask nobody where others ask', async () => {
    const route = (path: string, guard: string): string =>
      `@app.route('${path}')\n${guard}def f${path.length}():\n    return remove(request.args)\n\n\n`;
    const login = '@login_required\n';
    const app = (guard: string): string =>
      `from flask import Flask, request\napp = Flask(__name__)\n\n\nclass User(db.Model):\n    id = db.Column(db.Integer, primary_key=True)\n    password = db.Column(db.String(80))\n\n\n${route('/a', login)}${route('/ab', login)}${route('/abc', login)}${route('/users', guard)}`;
    assert.deepEqual(await told({ 'app.py': app('') }), [
      'open-admin-route app.py:28 GET /users: 3 others look at who calls',
    ]);
    assert.deepEqual(await told({ 'app.py': app(login) }), []);
    const asked = `${app('')}@app.before_request\ndef check():\n    return 'x'\n`;
    assert.deepEqual(await told({ 'app.py': asked }), []);
  });
});
