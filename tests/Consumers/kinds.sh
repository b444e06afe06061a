# Consumers that the matrix does not have: published ahead of time and trimmed, on their own runtimes, and projects of other shapes.

packages='Microsoft.Extensions.Http'

publish_and_run() { # name framework "PROPERTIES": a program with all contracts, published and run
  local server='' source='<Compile Include="../source/*.cs" />'
  case $3 in *'<Server>true'*) source+='<Compile Include="../source/AspNetCore/*.cs" />' ;; esac
  project "$1" "<OutputType>Exe</OutputType><TargetFramework>$2</TargetFramework><AllContracts>true</AllContracts><RuntimeIdentifier>linux-x64</RuntimeIdentifier>$3" "$source"
  quietly "$work/$1.log" dotnet publish "$work/$1" -c Release -v quiet -o "$work/$1/out"
  local said
  said=$("$work/$1/out/$1") || fail "$1: $said"
  printf '%-22s %s\n' "$1" "$said"
}

build_kinds() {
  # gcc serves where there is no clang.
  local aot='<PublishAot>true</PublishAot>'
  command -v clang > /dev/null || aot+='<CppCompilerAndLinker>gcc</CppCompilerAndLinker><LinkerFlavor></LinkerFlavor>'
  publish_and_run aot-console net10.0 "$aot"
  if [ "$1" = all ]; then
    publish_and_run aot-server net10.0 "$aot<Server>true</Server>"
    publish_and_run aot-net8 net8.0 "$aot"
    publish_and_run trimmed net10.0 '<PublishTrimmed>true</PublishTrimmed><TrimMode>full</TrimMode><SelfContained>true</SelfContained>'
    publish_and_run own-net8 net8.0 '<SelfContained>true</SelfContained>'
    publish_and_run own-net9 net9.0 '<SelfContained>true</SelfContained>'
    publish_and_run own-net8-server net8.0 '<SelfContained>true</SelfContained><Server>true</Server>'
  fi
  build_shapes
}

generated() { find "$work/shapes/$1/obj" -name '*.g.cs' -exec basename {} \; | sort | tr '\n' ' '; }

says() { # says PROJECT FRAMEWORK: a program of the shapes says "done"
  local said
  said=$("$work/shapes/$1/bin/Debug/$2/$1") || fail "$1: $said"
  [ "$said" = "done" ] || fail "$1: $said"
}

build_shapes() {
  cp -r "$here/Shapes" "$work/shapes"
  find "$work/shapes" -name '*.csproj' -o -name '*.props' | while read -r file; do sed -i "s/PACKED_VERSION/$version/" "$file"; done
  mkdir "$work/shapes/feed"
  cat > "$work/shapes/nuget.config" <<XML
<configuration><packageSources><add key="shapes" value="feed" /></packageSources></configuration>
XML
  quietly "$work/packed.log" dotnet pack "$work/shapes/Packed" -v quiet -o "$work/shapes/feed"
  (cd "$work/shapes" && dotnet new sln -n shapes --format slnx > /dev/null \
    && find . -name '*.csproj' ! -path './Mistaken/*' -print0 | xargs -0 dotnet sln shapes.slnx add > /dev/null)
  quietly "$work/shapes.log" dotnet build "$work/shapes/shapes.slnx" -v quiet
  for program in Uses Both HostileKit UsesPacked; do says "$program" net10.0; done
  echo "projects that reference projects, hostile namespaces, central versions, several frameworks, a packed library: compiled, and ran"

  # Analyzers know the enums of referenced projects.
  ! dotnet build "$work/shapes/Mistaken" -v quiet > "$work/mistaken.log" 2>&1 || fail "Mistaken builds, although warnings are errors"
  grep -q 'Mistake.cs(7,.*error CK1001' "$work/mistaken.log" || { cat "$work/mistaken.log"; fail "no CK1001 on an enum of a referenced project"; }
  echo "CK1001 stands on a word of a referenced project's enum"

  # Each project gets what it asks for.
  [ -z "$(generated PartNone)" ] || fail "ContractKitEnabled=false generates $(generated PartNone)"
  ! grep -rqE 'class JobsClient|interface IJobsHandler' "$work/shapes/PartTypes/obj" --include='*.g.cs' || fail "types alone are asked for"
  grep -rq 'class JobsClient' "$work/shapes/PartTypesClient/obj" --include='*.g.cs' || fail "a client is asked for"
  ! grep -rq 'interface IJobsHandler' "$work/shapes/PartTypesClient/obj" --include='*.g.cs' || fail "no server is asked for"
  grep -rq 'interface IJobsHandler' "$work/shapes/PartServer/obj" --include='*.g.cs' || fail "a server is the default beside ASP.NET Core"
  ! grep -rqE '^ *public (sealed |static |readonly |abstract )*(partial )?(record|class|struct|enum|interface) (Job|Open|IJobs|GetJob)' "$work/shapes/PartInternal/obj" --include='*.g.cs' || fail "internal types are public"
  echo "ContractKitEnabled, ContractKitGenerate and ContractKitVisibility do what they say"

  # What flows on with a library's package.
  unzip -p "$work/shapes/feed/ContractKit.Checks.Packed.$version.nupkg" '*.nuspec' | grep -E '<(group|dependency)'
}
