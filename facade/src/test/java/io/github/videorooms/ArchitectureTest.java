package io.github.videorooms;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.videorooms.api.RoomsApi;
import io.github.videorooms.model.Room;
import io.github.videorooms.openapi.tool.ApiListing;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final Path OWN = Path.of("target/classes");

  private static final JavaClasses FACADE = new ClassFileImporter().importPath(OWN);
  private static final JavaClasses GENERATED =
      new ClassFileImporter().importUrl(locationOf(Room.class));

  @Test
  void packages_ofTheArtifacts_areDisjoint() {
    assertThat(packages(FACADE)).containsExactly("io.github.videorooms");
    assertThat(packages(GENERATED)).doesNotContain("io.github.videorooms").hasSize(2);
  }

  @Test
  void generatedCode_doesNotDependOnTheFacade() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.videorooms")
        .check(GENERATED);
  }

  @Test
  void generatedPackages_haveNoCycle() {
    slices().matching("io.github.videorooms.(*)").should().beFreeOfCycles().check(GENERATED);
  }

  @Test
  void everything_avoidsInternalsAndRetiredAnnotations() {
    for (JavaClasses classes : List.of(FACADE, GENERATED)) {
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("..internal..")
                  .or(resideInAPackage("javax.annotation.."))
                  .or(resideInAPackage("jakarta.."))
                  .or(resideInAPackage("sun.."))
                  .or(resideInAPackage("kotlin..")))
          .check(classes);
    }
  }

  /** The documented way down; a type may use those to its right, not those to its left. */
  @Test
  void facade_importsOnlyPointDown() {
    List<Set<Class<?>>> layers =
        List.of(
            Set.of(SignalWireRestClient.class),
            Set.of(Video.class),
            resourceClasses(),
            Set.of(Resource.class),
            Set.of(Paged.class, Page.class, AsyncWalk.class),
            Set.of(RecordingDownload.class, RecordingTransfer.class),
            Set.of(StorageExchange.class),
            Set.of(PartFile.class, OutputStreamTarget.class),
            Set.of(DownloadTarget.class, RecordingFile.class),
            Set.of(Calls.class, RetryingCall.class, Attempt.class),
            Set.of(ResponseReader.class),
            Set.of(CallOptions.class),
            Set.of(CallListener.class),
            Set.of(CallAttempt.class),
            Set.of(Transport.class),
            Set.of(
                SignalWireRestError.class,
                SignalWireRestTransportError.class,
                SignalWireRestDecodingError.class),
            Set.of(RetryBudget.class, RetryPolicy.class, CallWatch.class),
            Set.of(AttemptFailure.class, ClientInterceptor.class, ConnectionInterceptor.class),
            Set.of(
                BasicAuth.class,
                BodySizeLimit.class,
                BoundedJsonReader.class,
                DeadlineDns.class,
                ErrorBody.class,
                HiddenFollowUps.class,
                Json.class,
                JsonArrayAdapter.class,
                ReadLimitSocketFactory.class,
                RefusalInterceptor.class,
                SpareJsonReader.class,
                Space.class,
                StaleConnectionException.class,
                SystemTimer.class,
                Trust.class),
            Set.of(
                AttemptState.class,
                CallTimer.class,
                Causes.class,
                DaemonThreads.class,
                EncodableText.class,
                EncodedQuery.class,
                ErrorItem.class,
                RequestOptions.class,
                TokenException.class,
                UnreadableBodyException.class,
                Version.class),
            Set.of(AttemptCredential.class, Delivery.class, ResponseHead.class),
            Set.of(Credential.class),
            Set.of(Secrets.class),
            Set.of(SecretFields.class));
    Set<String> layered =
        layers.stream().flatMap(Set::stream).map(Class::getName).collect(Collectors.toSet());
    assertThat(
            FACADE.stream()
                .filter(
                    type ->
                        !type.getName().contains("$") && !type.getSimpleName().endsWith("-info"))
                .map(type -> type.getName()))
        .as("every type has its layer")
        .containsExactlyInAnyOrderElementsOf(layered);
    for (int lower = 1; lower < layers.size(); lower++) {
      for (int upper = 0; upper < lower; upper++) {
        noClasses()
            .that(belongTo(layers.get(lower)))
            .should()
            .dependOnClassesThat(belongTo(layers.get(upper)))
            .check(FACADE);
      }
    }
  }

  @Test
  void resourceClasses_areReachableFromVideo() {
    assertThat(Video.class.getDeclaredMethods())
        .extracting(Method::getReturnType)
        .containsExactlyInAnyOrderElementsOf(
            resourceClasses().stream()
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .collect(Collectors.toSet()));
  }

  @Test
  void publicTypes_areFinalOrErrors() {
    classes()
        .that()
        .arePublic()
        .and()
        .areNotInterfaces()
        .and()
        .doNotHaveFullyQualifiedName(SignalWireRestError.class.getName())
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(FACADE);
  }

  @Test
  void publicApi_equalsTheCommittedListing() throws Exception {
    ApiListing.ofDirectory(OWN, RoomsApi.class.getClassLoader()).check(Path.of("api.txt"));
  }

  private static Set<Class<?>> resourceClasses() {
    return FACADE.stream()
        .map(JavaClass::reflect)
        .filter(type -> Resource.class.isAssignableFrom(type) && type != Resource.class)
        .collect(Collectors.toSet());
  }

  private static DescribedPredicate<JavaClass> belongTo(Set<Class<?>> layer) {
    return DescribedPredicate.describe(
        "belong to " + layer,
        type ->
            layer.stream()
                .anyMatch(
                    of ->
                        type.getName().equals(of.getName())
                            || type.getName().startsWith(of.getName() + "$")));
  }

  private static Set<String> packages(JavaClasses classes) {
    return classes.stream()
        .filter(type -> !type.getPackageName().isEmpty())
        .map(type -> type.getPackageName())
        .collect(Collectors.toSet());
  }

  private static URL locationOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
