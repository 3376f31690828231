import type { Extractor } from '../../extractor';
import type { LanguageId } from '../../sourceFile';

/** How a server of gRPC takes on a service, by its name; who only calls one says none of this. */
export const grpcServerMarks: readonly {
  readonly languages: readonly LanguageId[];
  readonly needs: string;
  readonly find: RegExp;
  readonly example: string;
}[] = [
  {
    languages: ['go'],
    needs: 'Register',
    find: /(?<!\bfunc\s{1,5})\bRegister(\w{1,80}?)(?:Handler)?Server\(/g,
    example: 'pb.RegisterGreeterServer(server, &greeter{})',
  },
  {
    languages: ['go'],
    needs: 'connect.',
    find: /\.New(\w{1,80})Handler\(/g,
    example: 'path, handler := greetv1connect.NewGreeterHandler(&greeter{})',
  },
  {
    languages: ['python'],
    needs: 'Servicer',
    find: /\badd_(\w{1,80})Servicer_to_server\(/g,
    example: 'hello_pb2_grpc.add_GreeterServicer_to_server(Greeter(), server)',
  },
  {
    languages: ['java', 'kotlin'],
    needs: 'ImplBase',
    find: /\b(\w{1,80}?)(?:Coroutine)?ImplBase\b/g,
    example: 'class GreeterImpl extends GreeterGrpc.GreeterImplBase {',
  },
  {
    languages: ['csharp'],
    needs: 'Base',
    find: /:\s{0,5}(?:[\w.]{1,80}\.)?(\w{1,80})\.\1Base\b/g,
    example: 'public class GreeterService : Greeter.GreeterBase',
  },
  {
    languages: ['rust'],
    needs: 'Server',
    find: /\b(\w{1,80})Server::(?:new|with_interceptor|from_arc)\(/g,
    example: '.add_service(GreeterServer::new(greeter))',
  },
  {
    languages: ['javascript', 'typescript', 'tsx'],
    needs: 'addService(',
    find: /\.addService\(\s{0,20}(?:[\w.$]{1,120}\.)?(\w{1,80}?)(?:Service)?\.service\b/g,
    example: 'server.addService(proto.Greeter.service, { sayHello });',
  },
  {
    // What is generated for TypeScript describes the service itself.
    languages: ['javascript', 'typescript', 'tsx'],
    needs: '.addService',
    find: /\.addService(?:<[\w.]{1,100}>)?\(\s{0,20}(?:[\w.$]{1,120}\.)?(\w{1,80})Service\s{0,4},/g,
    example: 'server.addService<IGreeterServer>(GreeterService, greeter);',
  },
  {
    languages: ['javascript', 'typescript', 'tsx'],
    needs: 'rpc',
    find: /@GrpcMethod\(\s{0,10}['"`](\w{1,80})['"`]|\brouter\.service\(\s{0,10}(\w{1,80}),/g,
    example: "@GrpcMethod('Greeter', 'SayHello')",
  },
  {
    languages: ['ruby'],
    needs: '::Service',
    find: /<\s{0,5}(?:[\w:]{1,120}::)?(\w{1,80})::Service\b/g,
    example: 'class GreeterServer < Hello::Greeter::Service',
  },
  {
    languages: ['elixir'],
    needs: 'GRPC.Server',
    find: /use\s{1,5}GRPC\.Server,\s{0,20}service:\s{0,5}(?:[\w.]{1,120}\.)?(\w{1,80})\.Service\b/g,
    example: 'use GRPC.Server, service: Hello.Greeter.Service',
  },
];

/** Services that code of the product takes on. */
export const grpcServerExtractor: Extractor<readonly string[]> = {
  id: 'waysIn.grpcServers',
  version: 2,
  wants: (file) => file.role === 'source' && grpcServerMarks.some(({ languages }) => languages.includes(file.language)),
  extract(file) {
    if (file.text.length > 500_000) return undefined;
    const names = grpcServerMarks
      .filter(({ languages, needs }) => languages.includes(file.language) && file.text.includes(needs))
      .flatMap(({ find }) => [...file.text.matchAll(find)].flatMap((match) => match.slice(1)))
      .filter((name) => name !== undefined && name !== '');
    return names.length === 0 ? undefined : [...new Set(names)];
  },
};
