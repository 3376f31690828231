import assert from 'node:assert/strict';
import { dataModelAnalyzer } from '../../../src/engine/genesis/analyzers/dataModel';
import { analyzeSources } from '../../support/analyzeSources';

async function personalLines(path: string, text: string): Promise<(number | undefined)[]> {
  const { findings } = await analyzeSources([dataModelAnalyzer], { [path]: text });
  return findings.flatMap(({ rule, evidence }) =>
    rule === 'data-model/personal-data' ? evidence.map(({ startLine }) => startLine) : [],
  );
}

describe('places of fields', () => {
  it('are not those where an annotation gives a setting of that name', async () => {
    const java =
      'package a;\nimport jakarta.persistence.*;\n@Entity\npublic class Patient {\n  @Id\n  @Column(name = "P_ID")\n  private Integer id;\n  @Column(name = "P_NAME")\n  private String name;\n  @Column(name = "P_MAIL") private String email;\n}\n';
    assert.deepEqual(await personalLines('src/main/java/a/Patient.java', java), [9, 10]);
    const script =
      "import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';\n@Entity()\nexport class User {\n  @PrimaryGeneratedColumn()\n  id: number;\n  @Column({\n    name: 'u_email',\n    length: 40,\n  })\n  email: string;\n  @Column({ name: 'u_name' })\n  name: string;\n}\n";
    assert.deepEqual(await personalLines('src/user.entity.ts', script), [12, 10]);
  });
});
